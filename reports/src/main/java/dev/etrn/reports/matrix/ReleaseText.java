package dev.etrn.reports.matrix;

import dev.etrn.suites.judge.mail.ReleaseLatency;
import dev.etrn.suites.run.result.ReleaseTimes;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The text of release times, which all renderings share. */
public final class ReleaseText {

  private static final double NANOS_PER_MILLI = 1e6;

  private ReleaseText() {}

  /** Returns the release times of one target, as the object of a sentence. */
  public static String of(List<ReleaseTimes> releases) {
    return releases.isEmpty()
        ? "nothing while it was timed"
        : releases.stream()
            .map(times -> times.messages() + " in " + millis(times.median().lastNanos()) + " ms")
            .collect(Collectors.joining(", "));
  }

  /** Returns the medians of reply, first connection and last message, in milliseconds. */
  public static String medians(ReleaseTimes times) {
    ReleaseLatency median = times.median();
    return millis(median.replyNanos())
        + " / "
        + millis(median.connectionNanos())
        + " / "
        + millis(median.lastNanos());
  }

  /** Returns milliseconds with up to two decimal places, fewer for longer times. */
  public static String millis(long nanos) {
    double millis = nanos / NANOS_PER_MILLI;
    String format = millis < 10 ? "%.2f" : millis < 100 ? "%.1f" : "%.0f";
    return String.format(Locale.ROOT, format, millis);
  }
}
