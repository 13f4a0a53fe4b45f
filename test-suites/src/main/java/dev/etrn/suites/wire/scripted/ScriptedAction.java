package dev.etrn.suites.wire.scripted;

import java.net.InetSocketAddress;
import java.time.Duration;

/** One thing that the provider does in answer to a command, in its turn. */
public sealed interface ScriptedAction {

  /** Writes these octets as they are, in one write. */
  record Say(String octets) implements ScriptedAction {}

  /** Waits, and records what the client sends meanwhile. */
  record Pause(Duration time) implements ScriptedAction {}

  /** Never answers: records what the client sends until it leaves, or the visit is ended. */
  record Silence() implements ScriptedAction {}

  /** Tries to connect to where the client should take its mail, and records how that went. */
  record Knock(InetSocketAddress at) implements ScriptedAction {}

  /** Negotiates TLS as the server. */
  record Encrypt() implements ScriptedAction {}

  /** Closes the connection. */
  record Close() implements ScriptedAction {}
}
