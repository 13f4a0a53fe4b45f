package dev.etrn.suites.run.stage;

import dev.etrn.suites.cases.Stage;
import dev.etrn.suites.run.evaluation.CaseJudge;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.wire.client.WaitLimit;
import java.time.Duration;

/**
 * The waits of one case, within what the run has left and has learnt; that an ETRN was waited for
 * less long than the case would have is told to its judge.
 */
final class CaseWaitLimit implements WaitLimit {

  private final TargetPace pace;
  private final Stage stage;

  CaseWaitLimit(TargetPace pace, Stage stage) {
    this.pace = pace;
    this.stage = stage;
  }

  @Override
  public Duration forReply(Octets request, Duration wanted) {
    return pace.forReply(request, wanted);
  }

  @Override
  public Duration atMost(Duration wanted) {
    return pace.atMost(wanted);
  }

  @Override
  public void answered(Octets request, Duration took) {
    pace.answered(request, took);
  }

  @Override
  public void unanswered(Octets request, Duration waited, Duration wanted) {
    if (waited.compareTo(wanted) >= 0) {
      pace.unanswered(request);
    } else if (TargetPace.isEtrn(request)) {
      stage.fact(CaseJudge.CUT, wanted.toMillis() + " ms");
    }
  }
}
