package dev.etrn.suites.run;

import dev.etrn.suites.run.plan.RunPlan;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A watcher that records the fate of each run. */
record FateRecorder(Map<RunPlan, ParallelRuns.Fate> fates) implements ParallelRuns.Watcher {

  FateRecorder() {
    this(new ConcurrentHashMap<>());
  }

  @Override
  public RunListener listener(RunPlan plan) {
    return new RunListener() {};
  }

  @Override
  public void ended(RunPlan plan, ParallelRuns.Fate fate) {
    fates.put(plan, fate);
  }
}
