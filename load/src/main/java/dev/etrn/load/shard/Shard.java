package dev.etrn.load.shard;

import java.util.Optional;

/**
 * The part of a plan that one injector plays: of all sessions of a population, numbered from 0 in
 * their order, each {@code of}th. So every session is played by exactly one injector, whatever it
 * carries (its node, its message, its moment) is the same for any number of them, and their rates
 * add up to the rate of the plan.
 *
 * @param index which one, from 1
 * @param of how many there are
 */
public record Shard(int index, int of) {

  /** All of a plan. */
  public static final Shard WHOLE = new Shard(1, 1);

  public Shard {
    if (index < 1 || index > of) {
      throw new IllegalArgumentException(
          "there is no injector " + index + " of " + of + ": they are counted from 1");
    }
  }

  /**
   * The number, in the whole plan, of a session.
   *
   * @param nth which of the shard's own sessions, from 0
   */
  public long number(long nth) {
    return index - 1 + nth * of;
  }

  /** How many of {@code total} sessions are its own. */
  public long share(long total) {
    return Math.max(0, (total - index + of) / of);
  }

  /**
   * The shard of a closed population, where a session follows the one before and not the clock:
   * when there are fewer of them than injectors, only so many take part.
   *
   * @param sessions how many are open at any time, in all
   * @return empty when nothing is left for this one
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
