package dev.etrn.load.protocol;

/**
 * Is told of each step of each virtual user.
 *
 * <p>Called on the event loop of the user, so from several threads, and never by two at once for
 * one user. It must not block: what it takes is taken from the load.
 */
@FunctionalInterface
public interface SessionListener {

  /** Hears nothing. */
  SessionListener NONE = result -> {};

  void ended(StepResult result);

  /** The user's session is over, however it ended. */
  default void left(String scenario, long user) {}
}
