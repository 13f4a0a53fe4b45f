package dev.etrn.suites.run.stage;

import dev.etrn.suites.cases.Stage;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.wire.client.WaitLimit;
import java.time.Duration;

/**
 * The limit of the waits of one case, by the time left and the target's pace; a fact tells the
 * judge when a wait for the reply to ETRN was cut short.
 */
final class CaseWaitLimit implements WaitLimit {

  private final TargetPace pace;
  private final Stage stage;

  CaseWaitLimit(TargetPace pace, Stage stage) {
    this.pace = pace;
    this.stage = stage;
  }

  @Override
  public Duration forReply(Octets request, Duration timeout) {
    return pace.forReply(request, timeout);
  }

  @Override
  public Duration atMost(Duration timeout) {
    return pace.atMost(timeout);
  }

  @Override
  public void answered(Octets request, Duration elapsed) {
    pace.answered(request, elapsed);
  }

  @Override
  public void unanswered(Octets request, Duration waited, Duration timeout) {
    if (waited.compareTo(timeout) >= 0) {
      pace.unanswered(request);
    } else if (TargetPace.isEtrn(request)) {
      stage.fact(Facts.WAIT_CUT, timeout);
    }
  }
}
