package dev.etrn.suites.run;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.wire.SinkUnavailableException;
import java.util.List;

/**
 * A run whose caller plays the cases one after the other, such as a test factory.
 *
 * <p>Two cases must not be played at the same time.
 */
public final class StepwiseRun implements AutoCloseable {

  private final OpenRun run;

  private StepwiseRun(OpenRun run) {
    this.run = run;
  }

  /**
   * Starts the sink and the target.
   *
   * @throws TargetUnavailableException when there is no target to test
   * @throws SinkUnavailableException when the harness cannot listen where it must
   */
  public static StepwiseRun open(RunPlan plan)
      throws TargetUnavailableException, SinkUnavailableException {
    OpenRun run = OpenRun.open(plan, new RunListener() {});
    // No case is tried again.
    run.watchWholeTime();
    return new StepwiseRun(run);
  }

  /** Plays one case of the plan; whatever happens becomes its result. */
  public CaseResult play(Case testCase) throws InterruptedException {
    if (testCase.info().isInvariant()) {
      return run.rule(testCase);
    }
    return new CaseResult(testCase.info(), List.of(run.play(testCase)));
  }

  /** Returns the results so far. */
  public RunResult result() {
    return run.result();
  }

  /** Ends the target and the sink. */
  @Override
  public void close() {
    run.close();
  }
}
