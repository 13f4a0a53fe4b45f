package dev.etrn.suites.run;

import dev.etrn.suites.target.TargetUnavailable;
import dev.etrn.suites.wire.SinkUnavailable;
import java.util.Optional;

/** A run that was planned, whether of a server or of a client. */
public interface PlannedRun {

  /**
   * Runs to the end.
   *
   * @throws TargetUnavailable when there is nothing to test
   * @throws SinkUnavailable when the harness cannot listen where it must
   */
  RunResult run() throws TargetUnavailable, SinkUnavailable, InterruptedException;

  /** What is known by now; empty before the target has answered. For an interrupted run. */
  Optional<RunResult> soFar();
}
