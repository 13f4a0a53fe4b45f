package dev.etrn.load.verdict;

import java.util.OptionalDouble;

/**
 * A threshold, and what was measured.
 *
 * @param actual in the metric's unit; empty when there was nothing to measure
 */
public record ThresholdResult(Threshold threshold, OptionalDouble actual, boolean isMet) {

  public static ThresholdResult of(Threshold threshold, OptionalDouble actual) {
    return new ThresholdResult(threshold, actual, threshold.isMetBy(actual));
  }
}
