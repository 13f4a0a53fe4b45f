package dev.etrn.load.coordination;

import dev.etrn.load.shard.Shard;
import java.util.ArrayList;
import java.util.List;

/** What became of one of the injectors of a run. */
public sealed interface InjectorReport {

  Shard shard();

  /** Why the numbers of the run say nothing because of it; empty when they do. */
  List<String> objections();

  /**
   * It left no whole record. Nothing of it is in the numbers, and they are not those of the plan.
   *
   * @param why what is known of it
   */
  record Lost(Shard shard, String why) implements InjectorReport {
    @Override
    public List<String> objections() {
      return List.of(shard + " is lost: " + why);
    }
  }

  /**
   * It came to its end.
   *
   * @param lagNanos within which 99 % of its sessions began after they were due; 0 where nothing
   *     was due
   * @param logged how many steps are in its log
   */
  record Ended(Shard shard, InjectorSummary summary, long lagNanos, long logged)
      implements InjectorReport {

    /** Beyond it the injector and not the target may have been measured. */
    private static final long MOST_LAG_NANOS = 100_000_000;

    /** Beyond it the injectors did not play the plan together. */
    private static final long MOST_LATE_NANOS = 1_000_000_000;

    @Override
    public List<String> objections() {
      var why = new ArrayList<String>();
      if (summary.engineExit() != 0 && !summary.isAssertionBroken()) {
        why.add("the load engine of " + shard + " ended with " + summary.engineExit());
      }
      if (logged != summary.steps()) {
        why.add("of " + summary.steps() + " steps of " + shard + " " + logged + " are in its log");
      }
      if (shard.of() > 1 && summary.lateNanos() > MOST_LATE_NANOS) {
        why.add(
            shard
                + " began "
                + millis(summary.lateNanos())
                + " ms late: its machine is busy, its clock differs, or the shared directory shows"
                + " new files late");
      }
      if (lagNanos > MOST_LAG_NANOS) {
        why.add(
            shard
                + " lagged by "
                + millis(lagNanos)
                + " ms (99 %): lower the rate, or give it more of the machine");
      }
      return why;
    }

    private static long millis(long nanos) {
      return nanos / 1_000_000;
    }
  }
}
