package dev.etrn.server.fault;

import dev.etrn.server.wire.SmtpReply;
import java.nio.charset.StandardCharsets;

/** Replies of one line, taken apart. */
public final class SmtpReplyText {

  private SmtpReplyText() {}

  /** All behind the code, with the enhanced code. */
  public static String of(SmtpReply reply) {
    String line = reply.toString();
    return line.substring(4, line.length() - 2);
  }

  /** A reply of these octets, each character being one. */
  public static SmtpReply verbatim(int code, String octets) {
    return SmtpReply.verbatim(code, octets.getBytes(StandardCharsets.ISO_8859_1));
  }
}
