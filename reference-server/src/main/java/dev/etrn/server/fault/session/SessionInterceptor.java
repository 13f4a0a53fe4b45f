package dev.etrn.server.fault.session;

import dev.etrn.server.etrn.EtrnHandler;
import dev.etrn.server.wire.SmtpReply;
import java.time.Duration;
import java.util.Optional;

/** The behaviour of a fault between one connection and its session; a new one for each. */
interface SessionInterceptor {

  /** The decision about an incomplete line. */
  enum Framing {
    GOES_ON,
    ENDS,
    IS_DROPPED
  }

  /** The two sides of a fault: the correct session and the peer. */
  interface Wire {

    /** Passes a line to the session; its reply comes back through {@link #reply}. */
    void pass(String line);

    /** Passes a line to the session, and drops its replies. */
    void passSilently(String line);

    void send(SmtpReply reply);

    /** Closes the connection without a reply. */
    void hangUp();

    /** Lets the session send its greeting; no input is read before. */
    void greet();

    /** Runs an action in the session's thread, after some time. */
    void later(Duration time, Runnable action);
  }

  /** Starts the session on a new connection. */
  default void begin(Wire wire) {
    wire.greet();
  }

  /**
   * Returns true if the connection closes when the session is over.
   *
   * @param line the last line that the session got
   */
  default boolean closes(String line) {
    return true;
  }

  /**
   * Decides about an incomplete line.
   *
   * @param line the line so far, each character one octet; never empty
   * @param isLastOfSegment true if no more octets have arrived
   */
  default Framing framing(CharSequence line, boolean isLastOfSegment) {
    return ends(line, "\r\n") ? Framing.ENDS : Framing.GOES_ON;
  }

  /**
   * Returns true if an incomplete line ends in {@code end}; reads only its end, since lines may be
   * long.
   */
  static boolean ends(CharSequence line, String end) {
    int start = line.length() - end.length();
    return start >= 0 && end.contentEquals(line.subSequence(start, line.length()));
  }

  /**
   * Takes a command line.
   *
   * @param line the line with its CRLF, each character one octet
   */
  default void line(String line, Wire wire) {
    wire.pass(line);
  }

  /**
   * A span of octets.
   *
   * @param start the index of the first octet
   * @param end the index after the last octet
   */
  record Span(int start, int end) {}

  /**
   * Returns the span that the fault wrongly takes as the end of content; empty without one.
   *
   * @param octets the content that has arrived
   */
  default Optional<Span> endOfContent(String octets) {
    return Optional.empty();
  }

  /** Receives a part of a message's content, after the session. */
  default void content(String octets, Wire wire) {}

  /**
   * Takes a reply.
   *
   * @param line the line that it answers; empty for the greeting
   */
  default void reply(String line, SmtpReply reply, Wire wire) {
    wire.send(reply);
  }

  /** Receives the octets after STARTTLS in the same segment. */
  default void afterStartTls(String octets) {}

  /** Called after the TLS handshake. */
  default void encrypted(Wire wire) {}

  /** Returns the handler of this session's ETRN lines. */
  default EtrnHandler faultyHandler(EtrnHandler correct) {
    return correct;
  }
}
