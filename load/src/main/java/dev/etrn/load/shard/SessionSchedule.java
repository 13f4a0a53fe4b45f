package dev.etrn.load.shard;

import dev.etrn.load.scenario.Pace;
import java.util.stream.LongStream;

/**
 * The schedule of an open population: the time from its start to each of its sessions.
 *
 * @param pace a pace of the open model
 */
public record SessionSchedule(Pace pace) {

  private static final double NANOS = 1e9;

  public SessionSchedule {
    if (pace instanceof Pace.Concurrent) {
      throw new IllegalArgumentException("in the closed model a session follows another one");
    }
  }

  /** Returns the number of sessions in total. */
  public long count() {
    if (pace instanceof Pace.AtOnce once) {
      return once.sessions();
    } else if (pace instanceof Pace.Steps steps) {
      return LongStream.range(0, steps.levels()).map(level -> count(steps, level)).sum();
    }
    var constant = (Pace.Constant) pace;
    return count(constant.perSecond(), constant.lasting().toNanos());
  }

  /**
   * Returns the time at which a session is due.
   *
   * @param number the session's number, from 0 and less than {@link #count()}
   * @return nanoseconds after the population's start
   */
  public long nanos(long number) {
    if (pace instanceof Pace.AtOnce) {
      return 0;
    } else if (pace instanceof Pace.Steps steps) {
      return nanos(steps, number);
    }
    return Math.round(number / ((Pace.Constant) pace).perSecond() * NANOS);
  }

  /** Returns the times at which the sessions of one shard are due, in order. */
  public LongStream of(Shard shard) {
    return LongStream.range(0, shard.share(count())).map(shard::number).map(this::nanos);
  }

  private static long nanos(Pace.Steps steps, long number) {
    long left = number;
    for (int level = 0; level < steps.levels(); level++) {
      long sessions = count(steps, level);
      if (left < sessions) {
        long levelStart = steps.each().multipliedBy(level).toNanos();
        return levelStart + Math.round(left / rate(steps, level) * NANOS);
      }
      left -= sessions;
    }
    throw new IllegalArgumentException("there is no session " + number);
  }

  private static long count(Pace.Steps steps, long level) {
    return count(rate(steps, level), steps.each().toNanos());
  }

  private static double rate(Pace.Steps steps, long level) {
    return steps.perSecond() * (level + 1);
  }

  private static long count(double perSecond, long nanos) {
    return Math.round(perSecond * nanos / NANOS);
  }
}
