package dev.etrn.suites.run;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.target.TargetUnavailable;
import dev.etrn.suites.wire.SinkUnavailable;
import java.util.List;

/**
 * A run whose cases someone else plays, one after the other, such as a test factory.
 *
 * <p>It promises nothing when two cases are played at a time.
 */
public final class CaseByCase implements AutoCloseable {

  private final OpenRun run;

  private CaseByCase(OpenRun run) {
    this.run = run;
  }

  /**
   * Starts the sink and the target.
   *
   * @throws TargetUnavailable when there is nothing to test
   * @throws SinkUnavailable when the harness cannot listen where it must
   */
  public static CaseByCase open(RunPlan plan) throws TargetUnavailable, SinkUnavailable {
    OpenRun run = OpenRun.open(plan, new RunListener() {});
    // Nothing is tried again.
    run.watchWholeTime();
    return new CaseByCase(run);
  }

  /** Plays one case of the plan; whatever happens becomes its result. */
  public CaseResult play(Case one) throws InterruptedException {
    if (one.info().isInvariant()) {
      return run.rule(one);
    }
    return new CaseResult(one.info(), List.of(run.play(one)));
  }

  /** What is known by now. */
  public RunResult result() {
    return run.result();
  }

  /** Ends the target and the sink. */
  @Override
  public void close() {
    run.close();
  }
}
