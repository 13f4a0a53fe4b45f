package dev.etrn.suites.judge;

import dev.etrn.suites.judge.Finding.Assessment;
import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;

/**
 * Judges that no message of a group came; those that were there before ETRN prove nothing.
 *
 * @param group as the script injected it
 * @param moved what it amounts to when one came
 * @param requirement whose finding it is
 * @param finding how to call it, such as {@code more came than was asked for}
 */
public record StayJudge(String group, Assessment moved, String requirement, String finding)
    implements Judge {

  @Override
  public List<Finding> judge(Transcript transcript) {
    long asked = Injection.askedAt(transcript, "etrn").orElse(0);
    List<Event.Injected> held = Injection.held(transcript, group, asked);
    if (held.isEmpty()) {
      return List.of(Injection.unjudged(transcript, requirement, group));
    }
    Deliveries deliveries = Deliveries.of(transcript);
    long came = held.stream().filter(m -> !deliveries.accepted(m).isEmpty()).count();
    String what = "for " + held.get(0).recipient();
    return List.of(
        came == 0
            ? Finding.kept(requirement, "the " + held.size() + " " + what + " stayed")
            : new Finding(
                moved, requirement, finding + ": " + came + " of " + held.size() + " " + what));
  }
}
