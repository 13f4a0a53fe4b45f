package dev.etrn.suites.judge.mail;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Finding.Assessment;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.Optional;

/**
 * Judges that no message of a group came; those that were there before ETRN prove nothing. Mail
 * that was watched for a part of the quiet time only may have moved by itself, so that it accuses
 * nobody until it is watched for longer.
 *
 * @param group as the script injected it
 * @param moved what it amounts to when one came
 * @param requirement whose finding it is
 * @param finding how to call it, such as {@code more came than was asked for}
 */
public record StayJudge(String group, Assessment moved, String requirement, String finding)
    implements Judge {

  /** The fact that mail was watched for less than the quiet time before ETRN: for how long. */
  public static final String BRIEF = "hold.brief";

  @Override
  public List<Finding> judge(Transcript transcript) {
    long asked = SubmittedMail.askedAt(transcript, "etrn").orElse(0);
    List<Event.Injected> held = SubmittedMail.held(transcript, group, asked);
    if (held.isEmpty()) {
      return List.of(SubmittedMail.unjudged(transcript, requirement, group));
    }
    Deliveries deliveries = Deliveries.of(transcript);
    long came = held.stream().filter(m -> !deliveries.accepted(m).isEmpty()).count();
    String what = "for " + held.get(0).recipient();
    return List.of(
        came == 0
            ? Finding.kept(requirement, "the " + held.size() + " " + what + " stayed")
            : moved(
                finding + ": " + came + " of " + held.size() + " " + what, transcript.fact(BRIEF)));
  }

  private Finding moved(String observed, Optional<String> brief) {
    return brief.isPresent() && moved != Assessment.NOTED
        ? Finding.inconclusive(
            requirement,
            observed
                + "; it was watched for "
                + brief.get()
                + " only, and may have moved by itself")
        : new Finding(moved, requirement, observed);
  }
}
