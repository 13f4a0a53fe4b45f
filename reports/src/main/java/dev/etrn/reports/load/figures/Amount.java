package dev.etrn.reports.load.figures;

import dev.etrn.load.verdict.Metric;
import java.util.Locale;
import java.util.OptionalDouble;

/** The text of amounts, as people read them. */
public final class Amount {

  /** The smallest number that {@code %.1f} prints as 10.0. */
  private static final double TEN_SECONDS = 9.95;

  private Amount() {}

  /** Returns nanoseconds as text, such as {@code 850 µs}, {@code 3.20 ms} and {@code 1.50 s}. */
  public static String time(long nanos) {
    if (nanos < 1e6) {
      return String.format(Locale.ROOT, "%.0f \u00b5s", nanos / 1e3);
    }
    return nanos < 1e9
        ? String.format(Locale.ROOT, "%.2f ms", nanos / 1e6)
        : String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
  }

  /** Returns the duration of a run, such as {@code 0.3 s} and {@code 20 s}. */
  public static String run(double seconds) {
    return String.format(Locale.ROOT, seconds < TEN_SECONDS ? "%.1f s" : "%.0f s", seconds);
  }

  public static String of(Metric metric, OptionalDouble value) {
    if (value.isEmpty()) {
      return "nothing was measured";
    }
    double number = value.getAsDouble();
    return switch (metric.unit()) {
      case NANOS -> time(Math.round(number));
      case PER_SECOND -> String.format(Locale.ROOT, "%,.0f a second", number);
      case SHARE -> String.format(Locale.ROOT, "%.2f %%", number * 100);
      case COUNT -> String.format(Locale.ROOT, "%,.0f", number);
      case NUMBER -> String.format(Locale.ROOT, "%.3f", number);
    };
  }
}
