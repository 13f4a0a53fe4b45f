package dev.etrn.suites.run;

import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.wire.SinkUnavailableException;
import java.util.Optional;

/** A planned run of a server or of a client. */
public interface PlannedRun {

  /**
   * Runs to the end.
   *
   * @throws TargetUnavailableException when there is no target to test
   * @throws SinkUnavailableException when the harness cannot listen where it must
   */
  RunResult run() throws TargetUnavailableException, SinkUnavailableException, InterruptedException;

  /** Returns the results so far; empty before the target has answered. For an interrupted run. */
  Optional<RunResult> soFar();
}
