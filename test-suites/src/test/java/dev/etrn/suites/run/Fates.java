package dev.etrn.suites.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers how each of several targets fared. */
record Fates(Map<RunPlan, SideBySide.Fate> known) implements SideBySide.Watcher {

  Fates() {
    this(new ConcurrentHashMap<>());
  }

  @Override
  public RunListener listener(RunPlan plan) {
    return new RunListener() {};
  }

  @Override
  public void ended(RunPlan plan, SideBySide.Fate fate) {
    known.put(plan, fate);
  }
}
