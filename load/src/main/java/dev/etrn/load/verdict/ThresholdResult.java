package dev.etrn.load.verdict;

import java.util.OptionalDouble;

/**
 * A threshold with the value that was measured against it.
 *
 * @param actual the measured value, in the metric's unit; empty when there was nothing to measure
 */
public record ThresholdResult(Threshold threshold, OptionalDouble actual, boolean isMet) {

  public static ThresholdResult of(Threshold threshold, OptionalDouble actual) {
    return new ThresholdResult(threshold, actual, threshold.isMetBy(actual));
  }
}
