package dev.etrn.suites.wire;

import java.net.InetSocketAddress;
import java.time.Duration;

/** One thing that the provider does in answer to a command, in its turn. */
public sealed interface Move {

  /** Writes these octets as they are, in one write. */
  record Say(String octets) implements Move {}

  /** Waits, and records what the client sends meanwhile. */
  record Pause(Duration time) implements Move {}

  /** Never answers: records what the client sends until it leaves, or the visit is ended. */
  record Silence() implements Move {}

  /** Tries to connect to where the client should take its mail, and records how that went. */
  record Knock(InetSocketAddress at) implements Move {}

  /** Negotiates TLS as the server. */
  record Encrypt() implements Move {}

  /** Closes the connection. */
  record Close() implements Move {}
}
