package dev.etrn.suites.wire.scripted;

import java.net.InetSocketAddress;
import java.time.Duration;

/** An action of the scripted server in answer to a command. */
public sealed interface ScriptedAction {

  /** Writes these octets as they are, in one write. */
  record Say(String octets) implements ScriptedAction {}

  /** Waits, and records what the client sends meanwhile. */
  record Pause(Duration time) implements ScriptedAction {}

  /** Never answers: records what the client sends until it leaves, or the visit is ended. */
  record Silence() implements ScriptedAction {}

  /** Connects to the address at which the client should take its mail, and records the outcome. */
  record ConnectBack(InetSocketAddress at) implements ScriptedAction {}

  /** Negotiates TLS as the server. */
  record Encrypt() implements ScriptedAction {}

  /** Closes the connection. */
  record Close() implements ScriptedAction {}
}
