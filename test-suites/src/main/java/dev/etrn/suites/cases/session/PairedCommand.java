package dev.etrn.suites.cases.session;

import dev.etrn.suites.transcript.Reply;
import java.util.Locale;
import java.util.Optional;

/**
 * A command of a session, or other input, with the reply that answers it.
 *
 * @param kind the kind of input
 * @param line the line without its line end; empty for the greeting and for content
 * @param nanos the time at which its last octet was written; for the greeting, at which the
 *     connection was opened
 * @param isEarly true if it was sent before the reply to the command before it was read
 * @param reply the reply; empty until it came
 */
record PairedCommand(Kind kind, String line, long nanos, boolean isEarly, Optional<Reply> reply) {

  /** The kind of input that a server answers. */
  enum Kind {
    /** The connection, which the greeting answers. */
    GREETING,
    COMMAND,
    /** A line inside an AUTH exchange. */
    RESPONSE,
    /** The content of a message, up to its final dot. */
    CONTENT
  }

  static PairedCommand greeting(long nanos) {
    return new PairedCommand(Kind.GREETING, "", nanos, false, Optional.empty());
  }

  PairedCommand answered(Reply answer) {
    return new PairedCommand(kind, line, nanos, isEarly, Optional.of(answer));
  }

  /** Returns the verb in upper case; empty unless this is a command. */
  String verb() {
    return kind == Kind.COMMAND ? line.strip().split("[ \t]", 2)[0].toUpperCase(Locale.ROOT) : "";
  }

  boolean is(String verb) {
    return verb().equals(verb);
  }

  /** Returns the code of the reply; 0 if none came. */
  int code() {
    return reply.map(Reply::code).orElse(0);
  }
}
