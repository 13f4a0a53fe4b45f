package dev.etrn.server.fault;

import dev.etrn.server.wire.SmtpReply;
import java.nio.charset.StandardCharsets;

/** The text of replies of one line. */
public final class SmtpReplyText {

  private SmtpReplyText() {}

  /** Returns everything after the code, with the enhanced code. */
  public static String of(SmtpReply reply) {
    String line = reply.toString();
    return line.substring(4, line.length() - 2);
  }

  /** Returns a reply of these octets, one for each character. */
  public static SmtpReply verbatim(int code, String octets) {
    return SmtpReply.verbatim(code, octets.getBytes(StandardCharsets.ISO_8859_1));
  }
}
