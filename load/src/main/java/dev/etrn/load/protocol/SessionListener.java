package dev.etrn.load.protocol;

/**
 * A listener for each step of each virtual user.
 *
 * <p>It is called on the event loop of the user: from several threads, but never from two at once
 * for one user. It must not block, since the time it takes is lost for the load.
 */
@FunctionalInterface
public interface SessionListener {

  /** A listener that ignores everything. */
  SessionListener NONE = result -> {};

  void ended(StepResult result);

  /** Called when the user's session is over, however it ended. */
  default void left(String scenario, long user) {}
}
