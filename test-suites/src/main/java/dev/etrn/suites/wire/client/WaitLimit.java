package dev.etrn.suites.wire.client;

import dev.etrn.suites.transcript.Octets;
import java.time.Duration;

/** The limit of a client's waits, which learns the times of the peer; safe for several threads. */
public interface WaitLimit {

  /** A limit that bounds nothing. */
  WaitLimit NONE = new WaitLimit() {};

  /**
   * Returns the time to wait for a reply.
   *
   * @param request the octets sent last; empty before the first
   * @param timeout the time that the client would wait
   */
  default Duration forReply(Octets request, Duration timeout) {
    return timeout;
  }

  /** Returns the time to wait for anything else. */
  default Duration atMost(Duration timeout) {
    return timeout;
  }

  /** Records that a request was answered after this time. */
  default void answered(Octets request, Duration elapsed) {}

  /**
   * Records that a request was not answered in this time.
   *
   * @param timeout the time that the client would have waited without a bound
   */
  default void unanswered(Octets request, Duration waited, Duration timeout) {}
}
