package dev.etrn.load.protocol;

/** Is told of every step; on the event loop of its user, so it must not wait. */
public interface StepListener {

  /** Tells nobody. */
  StepListener NONE = happened -> {};

  void happened(Happened step);

  /** A user ended, however that was. */
  default void left(long user) {}

  /**
   * One step.
   *
   * @param population the name of the user's scenario
   * @param user the user's number, over all scenarios
   * @param line what was written, without its end; empty for CONNECT and BANNER
   * @param startNanos when it was written, by {@link System#nanoTime()}
   * @param endNanos when the last octet of the reply was read, by the same clock
   */
  record Happened(
      String population,
      long user,
      Step step,
      String line,
      Outcome outcome,
      long startNanos,
      long endNanos) {}
}
