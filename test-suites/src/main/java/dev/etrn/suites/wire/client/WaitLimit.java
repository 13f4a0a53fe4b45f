package dev.etrn.suites.wire.client;

import dev.etrn.suites.transcript.Octets;
import java.time.Duration;

/** Bounds what a client waits for, and learns how long the peer takes; safe for several threads. */
public interface WaitLimit {

  /** No bound. */
  WaitLimit NONE = new WaitLimit() {};

  /**
   * How long to wait for a reply.
   *
   * @param request what was sent last; empty before anything was
   * @param wanted how long the client would wait
   */
  default Duration forReply(Octets request, Duration wanted) {
    return wanted;
  }

  /** How long to wait for anything else. */
  default Duration atMost(Duration wanted) {
    return wanted;
  }

  /** A request was answered after this time. */
  default void answered(Octets request, Duration took) {}

  /**
   * A request was not answered in this time.
   *
   * @param wanted how long the client would have waited without a bound
   */
  default void unanswered(Octets request, Duration waited, Duration wanted) {}
}
