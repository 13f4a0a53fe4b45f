package dev.etrn.suites.run;

import dev.etrn.suites.inquiry.role.RoleFindings;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;

/** The listener to the progress of a run; calls come from several threads, one at a time. */
public interface RunListener {

  /** The target of this name is about to be started, which takes a while for a container. */
  default void starting(String target) {}

  /** The target of this name took the connection some seconds ago, and has not greeted yet. */
  default void waitingForGreeting(String target) {}

  /** The target answers; {@code cases} cases are about to be played. */
  default void started(RunResult.TargetSeen target, int cases) {}

  /** The names in the configuration were checked; no case was played yet. */
  default void checked(RoleFindings roles) {}

  default void finished(CaseResult result) {}

  /** A case that {@link #finished} inconclusive was played once more, with this result. */
  default void triedAgain(CaseResult result) {}
}
