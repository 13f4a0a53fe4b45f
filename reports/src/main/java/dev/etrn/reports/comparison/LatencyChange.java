package dev.etrn.reports.comparison;

import java.util.Locale;

/**
 * The change of the time of a case since the baseline.
 *
 * @param caseId the id of the case
 * @param millis the change; negative if the case is faster now
 * @param lowMillis the low end of the 95 % confidence interval
 * @param highMillis the high end of the 95 % confidence interval
 * @param timesBefore the number of times that the case was played in the baseline
 * @param timesNow the number of times that the case was played in this run
 */
public record LatencyChange(
    String caseId,
    double millis,
    double lowMillis,
    double highMillis,
    int timesBefore,
    int timesNow) {

  private static final double NANOS_IN_MILLI = 1e6;

  static LatencyChange of(String caseId, Shift nanos, int timesBefore, int timesNow) {
    return new LatencyChange(
        caseId,
        nanos.estimate() / NANOS_IN_MILLI,
        nanos.low() / NANOS_IN_MILLI,
        nanos.high() / NANOS_IN_MILLI,
        timesBefore,
        timesNow);
  }

  /**
   * Returns the change in words, such as {@code 12.3 ms longer (95 %: 3.1 to 20.5; played 5 and 7
   * times)}.
   */
  public String words() {
    boolean isLonger = millis > 0;
    return String.format(
        Locale.ROOT,
        "%.1f ms %s (95 %%: %.1f to %.1f; played %d and %d times)",
        Math.abs(millis),
        isLonger ? "longer" : "shorter",
        isLonger ? lowMillis : -highMillis,
        isLonger ? highMillis : -lowMillis,
        timesBefore,
        timesNow);
  }
}
