package dev.etrn.load.verdict;

import java.util.OptionalDouble;

/**
 * A threshold, and what was measured.
 *
 * @param actual in the metric's unit; empty when there was nothing to measure
 */
public record Checked(Threshold threshold, OptionalDouble actual, boolean isMet) {

  public static Checked of(Threshold threshold, OptionalDouble actual) {
    return new Checked(threshold, actual, threshold.isMetBy(actual));
  }
}
