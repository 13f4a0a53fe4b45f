package dev.etrn.suites.judge.mail;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Finding.Assessment;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The judge that expects no message of a group to come; messages that came before ETRN prove
 * nothing. Mail that was watched for only a part of the quiet time may have moved by itself, so its
 * arrival is not a breach until it is watched for longer.
 *
 * @param group the group of the messages, as in the script
 * @param moved the assessment if a message came
 * @param requirement the requirement of the finding
 * @param finding the words for it, such as {@code more came than was asked for}
 */
public record StayJudge(String group, Assessment moved, String requirement, String finding)
    implements Judge {

  @Override
  public List<Finding> judge(Transcript transcript) {
    long askedNanos = SubmittedMail.askedAt(transcript, "etrn").orElse(0);
    List<Event.Injected> held = SubmittedMail.held(transcript, group, askedNanos);
    if (held.isEmpty()) {
      return List.of(SubmittedMail.unjudged(transcript, requirement, group));
    }
    Deliveries deliveries = Deliveries.of(transcript);
    long arrived = held.stream().filter(m -> !deliveries.accepted(m).isEmpty()).count();
    String addressee = "for " + held.get(0).recipient();
    return List.of(
        arrived == 0
            ? Finding.kept(requirement, "the " + held.size() + " " + addressee + " stayed")
            : moved(
                finding + ": " + arrived + " of " + held.size() + " " + addressee,
                transcript.fact(Facts.HOLD_BRIEF)));
  }

  private Finding moved(String observed, Optional<Duration> brief) {
    return brief.isPresent() && moved != Assessment.NOTED
        ? Finding.inconclusive(
            requirement,
            observed
                + "; it was watched for "
                + Facts.HOLD_BRIEF.text(brief.get())
                + " only, and may have moved by itself")
        : new Finding(moved, requirement, observed);
  }
}
