package dev.etrn.suites.wire.client;

import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Reply;
import java.time.Duration;
import java.util.Optional;

/**
 * One connection of the harness to the target, as a client that may send anything at all.
 *
 * <p>Nothing a peer does is an exception: refused connections, silence, resets and closes become
 * events of the transcript, and later calls on a dead connection do nothing. Octets are sent as
 * given; nothing is added, folded or escaped.
 */
public interface WireClient extends AutoCloseable {

  End end();

  /** The names that this client gives itself. */
  default ClientIdentity identity() {
    return ClientIdentity.STANDARD;
  }

  /** Whether the peer can still be talked to. */
  boolean isOpen();

  /** Names the point of the script reached; what follows belongs to this step. */
  WireClient step(String name);

  /** Sends {@code octets} (one char is one octet) in one write, exactly as given. */
  WireClient send(String octets);

  /** Sends {@code command} and CRLF in one write. */
  default WireClient line(String command) {
    return send(command + "\r\n");
  }

  /**
   * Sends {@code octets} in one write, but records {@code shown} in their place: what is secret
   * does not belong into a transcript.
   */
  WireClient sendSecretly(String octets, String shown);

  /**
   * Sends {@code octets} again and again without reading, until {@code times} are written or {@code
   * atMost} has passed; the peer may well stop to take them. Only the first write is recorded.
   *
   * @return how many were written as a whole
   */
  int flood(String octets, int times, Duration atMost);

  /**
   * Begins TLS on this connection, after the reply to STARTTLS; every certificate is trusted, for
   * this client tests servers and has nothing to hide. Recorded as {@link
   * dev.etrn.suites.transcript.Event.Handshake}; after a failure the connection is closed.
   *
   * @return whether TLS stands
   */
  boolean startTls();

  /** Sends {@code octets} in writes of {@code size} octets each, {@code pause} apart. */
  WireClient sendInPieces(String octets, int size, Duration pause);

  /**
   * Reads until one whole reply stands, the peer closes, or the command timeout passes (recorded as
   * waited).
   */
  Optional<Reply> reply();

  /**
   * Reads replies until {@code count} stand, the peer closes, or the command timeout passes; says
   * whether all came.
   */
  boolean replies(int count);

  /** Reads whatever comes for {@code time}; that nothing came is recorded as waited. */
  void listen(Duration time);

  /** Reads whatever comes until the peer closes, or {@code atMost} passes (recorded as waited). */
  void untilClosed(Duration atMost);

  /** Closes the sending direction only (FIN). */
  void halfClose();

  /** Drops the connection with RST. */
  void reset();

  /** Closes the connection; closing twice does nothing. */
  @Override
  void close();
}
