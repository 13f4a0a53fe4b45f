package dev.etrn.suites.run.result;

import dev.etrn.suites.judge.mail.ReleaseLatency;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How long a target took to release a number of messages, several times over.
 *
 * @param messages how many were to wait each time
 * @param samples one for each time that all of them came; at least one
 */
public record ReleaseTimes(int messages, List<ReleaseLatency> samples) {

  public ReleaseTimes {
    samples = List.copyOf(samples);
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("nothing was released");
    }
  }

  /** The median of each of the three times, which need not come from one sample. */
  public ReleaseLatency median() {
    return new ReleaseLatency(
        messages,
        median(ReleaseLatency::replyNanos),
        median(ReleaseLatency::connectionNanos),
        median(ReleaseLatency::lastNanos));
  }

  private long median(ToLongFunction<ReleaseLatency> of) {
    long[] sorted = samples.stream().mapToLong(of).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
