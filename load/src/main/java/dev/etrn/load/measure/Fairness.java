package dev.etrn.load.measure;

import java.util.Collection;

/** How evenly something is shared. */
public final class Fairness {

  private Fairness() {}

  /**
   * Jain's index: the square of the sum over n times the sum of squares (Jain, Chiu and Hawe, DEC
   * Research Report TR-301).
   *
   * @param shares what each got, 0 or more
   * @return from 1/n, where one has all, to 1, where all have the same; 1 when nobody got anything
   */
  public static double jain(Collection<? extends Number> shares) {
    double sum = shares.stream().mapToDouble(Number::doubleValue).sum();
    double squares = shares.stream().mapToDouble(n -> n.doubleValue() * n.doubleValue()).sum();
    return squares == 0 ? 1 : sum * sum / (shares.size() * squares);
  }
}
