package dev.etrn.server.config;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a channel delivers.
 *
 * @param daemon the host or address literal that all its mail goes to, instead of each node's own
 *     exchangers
 * @param port where exchangers listen
 * @param isHeld the keyword periodic: mail waits until it is asked for; otherwise it is delivered
 *     at once, and tried again when that fails
 * @param usesMx whether a node's MX records say where its mail goes; its address otherwise
 * @param sendEtrn PMDF-007, the keyword sendetrn: the name whose mail is asked for at the beginning
 *     of each connection
 * @param transactionsPerSession PMDF-019, ATTEMPT_TRANSACTIONS_PER_SESSION; empty for no limit
 * @param commandTimeout PMDF-021, COMMAND_TRANSMIT_TIME
 * @param finalDotTimeout PMDF-021, DOT_TRANSMIT_TIME
 */
public record Outgoing(
    Optional<String> daemon,
    int port,
    boolean isHeld,
    boolean usesMx,
    Optional<String> sendEtrn,
    OptionalInt transactionsPerSession,
    Duration commandTimeout,
    Duration finalDotTimeout) {

  /** To each node's exchangers; times as RFC 5321 section 4.5.3.2 has them. */
  public static final Outgoing STANDARD =
      new Outgoing(
          Optional.empty(),
          25,
          false,
          true,
          Optional.empty(),
          OptionalInt.empty(),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10));

  /** All mail goes to {@code host}. */
  public Outgoing toDaemon(String host, int atPort) {
    return new Outgoing(
        Optional.of(host),
        atPort,
        isHeld,
        false,
        sendEtrn,
        transactionsPerSession,
        commandTimeout,
        finalDotTimeout);
  }

  /** Mail waits until it is asked for. */
  public Outgoing held() {
    return new Outgoing(
        daemon,
        port,
        true,
        usesMx,
        sendEtrn,
        transactionsPerSession,
        commandTimeout,
        finalDotTimeout);
  }

  /** With {@code ETRN name} at the beginning of each connection. */
  public Outgoing sendingEtrn(String name) {
    return new Outgoing(
        daemon,
        port,
        isHeld,
        usesMx,
        Optional.of(name),
        transactionsPerSession,
        commandTimeout,
        finalDotTimeout);
  }
}
