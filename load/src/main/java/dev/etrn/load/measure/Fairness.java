package dev.etrn.load.measure;

import java.util.Collection;

/** The fairness of a distribution. */
public final class Fairness {

  private Fairness() {}

  /**
   * Returns Jain's index: the square of the sum, divided by n times the sum of squares (Jain, Chiu
   * and Hawe, DEC Research Report TR-301).
   *
   * @param shares the share of each party, 0 or more
   * @return 1/n if one party has everything, up to 1 if all have the same; 1 if all have nothing
   */
  public static double jain(Collection<? extends Number> shares) {
    double sum = shares.stream().mapToDouble(Number::doubleValue).sum();
    double squares = shares.stream().mapToDouble(n -> n.doubleValue() * n.doubleValue()).sum();
    return squares == 0 ? 1 : sum * sum / (shares.size() * squares);
  }
}
