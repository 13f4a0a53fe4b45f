package dev.etrn.server.fault.session;

import dev.etrn.server.etrn.EtrnHandler;
import dev.etrn.server.wire.SmtpReply;
import java.time.Duration;
import java.util.Optional;

/** What a fault does between one connection and its session; made anew for each. */
interface SessionInterceptor {

  /** How a line in the making is to go on. */
  enum Framing {
    GOES_ON,
    ENDS,
    IS_DROPPED
  }

  /** Both sides of a fault: the session that is right, and the peer. */
  interface Wire {

    /** Hands a line to the session; what it answers comes back through {@link #reply}. */
    void pass(String line);

    /** Hands a line to the session, and keeps its answers from everybody. */
    void passSilently(String line);

    void send(SmtpReply reply);

    /** Closes the connection without a word. */
    void hangUp();

    /** Lets the session greet; nothing is read before. */
    void greet();

    /** Does something in the session's own thread, after some time. */
    void later(Duration time, Runnable what);
  }

  /** The connection is there. */
  default void begin(Wire wire) {
    wire.greet();
  }

  /**
   * Whether the connection closes when the session is over.
   *
   * @param line the last that the session was given
   */
  default boolean closes(String line) {
    return true;
  }

  /**
   * Looks at a line in the making.
   *
   * @param line so far, each character one octet; never empty
   * @param isLastOfSegment whether no more octets have come
   */
  default Framing framing(CharSequence line, boolean isLastOfSegment) {
    return ends(line, "\r\n") ? Framing.ENDS : Framing.GOES_ON;
  }

  /** Whether a line in the making ends so; looks at its end alone, for lines may be long. */
  static boolean ends(CharSequence line, String end) {
    int from = line.length() - end.length();
    return from >= 0 && end.contentEquals(line.subSequence(from, line.length()));
  }

  /**
   * Takes a command line.
   *
   * @param line with its CRLF, each character one octet
   */
  default void line(String line, Wire wire) {
    wire.pass(line);
  }

  /**
   * Octets of some text.
   *
   * @param from the first of them
   * @param to the first behind them
   */
  record Span(int from, int to) {}

  /**
   * Looks for an end of content that is none.
   *
   * @param octets content that came, as far as it came
   * @return what is taken for the end; empty when only the right end is one
   */
  default Optional<Span> endOfContent(String octets) {
    return Optional.empty();
  }

  /** Sees content of a message go by. */
  default void content(String octets, Wire wire) {}

  /**
   * Takes a reply.
   *
   * @param line what it answers; empty for the greeting
   */
  default void reply(String line, SmtpReply reply, Wire wire) {
    wire.send(reply);
  }

  /** Takes what follows STARTTLS in the same segment. */
  default void behindStartTls(String octets) {}

  /** The handshake is over. */
  default void encrypted(Wire wire) {}

  /** What decides ETRN lines of this session. */
  default EtrnHandler handling(EtrnHandler correct) {
    return correct;
  }
}
