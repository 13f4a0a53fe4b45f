package dev.etrn.suites.wire.client;

import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Reply;
import java.time.Duration;
import java.util.Optional;

/**
 * A connection of the harness to the target, as a client that may send any octets.
 *
 * <p>No action of a peer causes an exception: refused connections, silence, resets and closes
 * become events of the transcript, and later calls on a dead connection do nothing. Octets are sent
 * exactly as given.
 */
public interface WireClient extends AutoCloseable {

  End end();

  /** Returns the names that this client gives itself. */
  default ClientIdentity identity() {
    return ClientIdentity.STANDARD;
  }

  /** Returns true if the connection is open. */
  boolean isOpen();

  /** Begins a step of the script; the events that follow belong to it. */
  WireClient step(String name);

  /** Sends {@code octets} (one char is one octet) in one write, exactly as given. */
  WireClient send(String octets);

  /** Sends {@code command} and CRLF in one write. */
  default WireClient line(String command) {
    return send(command + "\r\n");
  }

  /**
   * Sends {@code octets} in one write, but records {@code recorded} instead, since a secret does
   * not belong in a transcript.
   */
  WireClient sendSecretly(String octets, String recorded);

  /**
   * Sends {@code octets} again and again without reading, until {@code times} are written or {@code
   * atMost} has passed; the peer may stop reading. Only the first write is recorded.
   *
   * @return the number of complete writes
   */
  int flood(String octets, int times, Duration atMost);

  /**
   * Begins TLS on this connection, after the reply to STARTTLS; every certificate is trusted, since
   * this client does not check who a server is. Recorded as {@link
   * dev.etrn.suites.transcript.Event.Handshake}; after a failure the connection is closed.
   *
   * @return true if TLS is established
   */
  boolean startTls();

  /** Sends {@code octets} in writes of {@code size} octets each, {@code pause} apart. */
  WireClient sendInPieces(String octets, int size, Duration pause);

  /**
   * Reads until a whole reply is there, the peer closes, or the command timeout passes (recorded as
   * waited).
   */
  Optional<Reply> reply();

  /**
   * Reads replies until {@code count} are there, the peer closes, or the command timeout passes;
   * returns true if all came.
   */
  boolean replies(int count);

  /** Reads everything that comes for {@code time}; silence is recorded as waited. */
  void listen(Duration time);

  /** Reads everything until the peer closes, or {@code atMost} passes (recorded as waited). */
  void untilClosed(Duration atMost);

  /** Closes the sending direction only (FIN). */
  void halfClose();

  /** Drops the connection with RST. */
  void reset();

  /** Closes the connection; closing twice does nothing. */
  @Override
  void close();
}
