package dev.etrn.suites.clients;

import java.util.List;
import java.util.OptionalInt;

/** A client that can be told to ask. */
public interface RunningClient extends AutoCloseable {

  /**
   * How a visit ended.
   *
   * @param exit the exit code of its command; empty when there is none, or it was ended by force
   * @param output the beginning of what it printed
   */
  record Ending(OptionalInt exit, String output) {
    /** Of a client that has neither exit code nor output. */
    static final Ending PLAIN = new Ending(OptionalInt.empty(), "");
  }

  ClientProfile profile();

  /** The container image it runs from, or the empty string. */
  default String image() {
    return "";
  }

  /**
   * Makes the client ask for {@code nodes}, and returns when it is done, at the latest after the
   * profile's {@code within}.
   *
   * @param visit what is going on, for those who must tell a person or wait for the connection
   */
  Ending ask(List<String> nodes, OngoingVisit visit) throws InterruptedException;

  /** Ends the client if we started it; closing twice does nothing. */
  @Override
  void close();
}
