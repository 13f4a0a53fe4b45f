package dev.etrn.suites.cases.session;

import dev.etrn.suites.transcript.Reply;
import java.util.Locale;
import java.util.Optional;

/**
 * A command of a session, or what stands in its place, with the reply that answers it.
 *
 * @param kind what it is
 * @param line without its line end; empty for the greeting and for content
 * @param nanos when its last octet was written; for the greeting, when the connection stood
 * @param isEarly whether it was sent before the reply to the one before it was read
 * @param reply empty while none came
 */
record PairedCommand(Kind kind, String line, long nanos, boolean isEarly, Optional<Reply> reply) {

  /** What a server answers. */
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

  PairedCommand answered(Reply by) {
    return new PairedCommand(kind, line, nanos, isEarly, Optional.of(by));
  }

  /** The verb in upper case; empty unless this is a command. */
  String verb() {
    return kind == Kind.COMMAND ? line.strip().split("[ \t]", 2)[0].toUpperCase(Locale.ROOT) : "";
  }

  boolean is(String verb) {
    return verb().equals(verb);
  }

  /** The code of the reply; 0 when none came. */
  int code() {
    return reply.map(Reply::code).orElse(0);
  }
}
