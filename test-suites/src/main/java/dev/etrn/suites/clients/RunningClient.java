package dev.etrn.suites.clients;

import java.util.List;
import java.util.OptionalInt;

/** A client that is ready and can be told to ask. */
public interface RunningClient extends AutoCloseable {

  /**
   * The end of a visit.
   *
   * @param exit the exit code of its command; empty if there is none, or if the command was killed
   * @param output the beginning of what it printed
   */
  record Ending(OptionalInt exit, String output) {
    /** The end for a client that has neither an exit code nor output. */
    static final Ending PLAIN = new Ending(OptionalInt.empty(), "");
  }

  ClientProfile profile();

  /** Returns the container image it runs from, or the empty string. */
  default String image() {
    return "";
  }

  /**
   * Makes the client ask for {@code nodes}, and returns when it is done, at the latest after the
   * profile's {@code within}.
   *
   * @param visit the visit under way, for clients that must tell a person or wait for the
   *     connection
   */
  Ending ask(List<String> nodes, OngoingVisit visit) throws InterruptedException;

  /** Ends the client if we started it; closing twice does nothing. */
  @Override
  void close();
}
