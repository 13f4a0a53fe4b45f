package dev.etrn.suites.run.result;

import dev.etrn.suites.judge.mail.ReleaseLatency;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The times that a target took to release a number of messages, from several releases.
 *
 * @param messages the number of messages of each release
 * @param samples the latencies of the releases in which all messages came; at least one
 */
public record ReleaseTimes(int messages, List<ReleaseLatency> samples) {

  public ReleaseTimes {
    samples = List.copyOf(samples);
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("nothing was released");
    }
  }

  /** Returns the median of each of the three times, which need not come from one sample. */
  public ReleaseLatency median() {
    return new ReleaseLatency(
        messages,
        median(ReleaseLatency::replyNanos),
        median(ReleaseLatency::connectionNanos),
        median(ReleaseLatency::lastNanos));
  }

  private long median(ToLongFunction<ReleaseLatency> time) {
    long[] sorted = samples.stream().mapToLong(time).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
