package dev.etrn.load.shard;

import java.util.Optional;

/**
 * The part of a plan that one injector plays: every {@code of}th session of a population, with the
 * sessions numbered from 0 in order. So exactly one injector plays each session; the session's
 * node, message and time are the same for any number of injectors; and the injectors' rates add up
 * to the rate of the plan.
 *
 * @param index the injector's index, from 1
 * @param of the number of injectors
 */
public record Shard(int index, int of) {

  /** The shard that is a whole plan. */
  public static final Shard WHOLE = new Shard(1, 1);

  public Shard {
    if (index < 1 || index > of) {
      throw new IllegalArgumentException(
          "there is no injector " + index + " of " + of + ": they are counted from 1");
    }
  }

  /**
   * Returns the number of a session in the whole plan.
   *
   * @param nth the session's number in this shard, from 0
   */
  public long number(long nth) {
    return index - 1 + nth * of;
  }

  /** Returns the number of sessions in this shard, out of {@code total}. */
  public long share(long total) {
    return Math.max(0, (total - index + of) / of);
  }

  /**
   * Returns this injector's shard of a closed population, whose sessions follow each other and not
   * the clock. If there are fewer sessions than injectors, only that many injectors take part.
   *
   * @param sessions the number of sessions that are open at any time, over all injectors
   * @return the shard; empty if this injector takes no part
   */
  public Optional<Shard> among(int sessions) {
    return index > sessions
        ? Optional.empty()
        : Optional.of(new Shard(index, Math.min(of, sessions)));
  }

  @Override
  public String toString() {
    return of == 1 ? "the injector" : "injector " + index + " of " + of;
  }
}
