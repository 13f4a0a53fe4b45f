package dev.etrn.load.coordination;

import dev.etrn.load.shard.Shard;
import java.util.ArrayList;
import java.util.List;

/** The report on one injector of a run. */
public sealed interface InjectorReport {

  Shard shard();

  /**
   * Returns the reasons for which this injector makes the numbers of the run invalid; empty if
   * there is none.
   */
  List<String> objections();

  /**
   * An injector that left no complete record. The numbers do not include it, so they are not those
   * of the plan.
   *
   * @param why the known reason
   */
  record Lost(Shard shard, String why) implements InjectorReport {
    @Override
    public List<String> objections() {
      return List.of(shard + " is lost: " + why);
    }
  }

  /**
   * An injector that came to its end.
   *
   * @param lagNanos the 99th percentile of the time by which its sessions began late; 0 if no
   *     session was due
   * @param logged the number of steps in its log
   */
  record Ended(Shard shard, InjectorSummary summary, long lagNanos, long logged)
      implements InjectorReport {

    /**
     * The largest acceptable lag; beyond it the measured times may be those of the injector and not
     * of the target.
     */
    private static final long MOST_LAG_NANOS = 100_000_000;

    /** The latest acceptable start; beyond it the injectors did not play the plan together. */
    private static final long MOST_LATE_NANOS = 1_000_000_000;

    @Override
    public List<String> objections() {
      var reasons = new ArrayList<String>();
      if (summary.engineExit() != 0 && !summary.isAssertionBroken()) {
        reasons.add("the load engine of " + shard + " ended with " + summary.engineExit());
      }
      if (logged != summary.steps()) {
        reasons.add(
            "of " + summary.steps() + " steps of " + shard + " " + logged + " are in its log");
      }
      if (shard.of() > 1 && summary.lateNanos() > MOST_LATE_NANOS) {
        reasons.add(
            shard
                + " began "
                + millis(summary.lateNanos())
                + " ms late: its machine is busy, its clock differs, or the shared directory shows"
                + " new files late");
      }
      if (lagNanos > MOST_LAG_NANOS) {
        reasons.add(
            shard
                + " lagged by "
                + millis(lagNanos)
                + " ms (99 %): lower the rate, or give it more of the machine");
      }
      return reasons;
    }

    private static long millis(long nanos) {
      return nanos / 1_000_000;
    }
  }
}
