package dev.etrn.server.fault;

import dev.etrn.server.wire.Reply;
import java.nio.charset.StandardCharsets;

/** Replies of one line, taken apart. */
final class Texts {

  private Texts() {}

  /** All behind the code, with the enhanced code. */
  static String of(Reply reply) {
    String line = reply.toString();
    return line.substring(4, line.length() - 2);
  }

  /** A reply of these octets, each character being one. */
  static Reply verbatim(int code, String octets) {
    return Reply.verbatim(code, octets.getBytes(StandardCharsets.ISO_8859_1));
  }
}
