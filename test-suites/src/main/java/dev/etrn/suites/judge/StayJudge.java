package dev.etrn.suites.judge;

import dev.etrn.suites.judge.Finding.Assessment;
import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;

/**
 * Judges that no message of a group came.
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
    List<Event.Injected> injected = Injection.of(transcript, group);
    if (injected.isEmpty()) {
      return List.of(Finding.inconclusive(requirement, Injection.failure(transcript, group)));
    }
    Deliveries deliveries = Deliveries.of(transcript);
    long came = injected.stream().filter(i -> !deliveries.accepted(i.token()).isEmpty()).count();
    String what = "for " + injected.get(0).recipient();
    return List.of(
        came == 0
            ? Finding.kept(requirement, "the " + injected.size() + " " + what + " stayed")
            : new Finding(
                moved, requirement, finding + ": " + came + " of " + injected.size() + " " + what));
  }
}
