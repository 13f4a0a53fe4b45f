package dev.etrn.suites.run;

import dev.etrn.suites.run.plan.RunPlan;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers how each of several targets fared. */
record FateRecorder(Map<RunPlan, ParallelRuns.Fate> known) implements ParallelRuns.Watcher {

  FateRecorder() {
    this(new ConcurrentHashMap<>());
  }

  @Override
  public RunListener listener(RunPlan plan) {
    return new RunListener() {};
  }

  @Override
  public void ended(RunPlan plan, ParallelRuns.Fate fate) {
    known.put(plan, fate);
  }
}
