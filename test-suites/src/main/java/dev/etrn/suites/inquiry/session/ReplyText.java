package dev.etrn.suites.inquiry.session;

import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Reply;
import java.util.Optional;

/** The text of replies as sentences quote it. */
public final class ReplyText {

  private static final int LONGEST = 100;

  private ReplyText() {}

  /** Returns the code and the text in quotes, in printable US-ASCII and not too long. */
  public static String quoted(Reply reply) {
    String text = Octets.of((reply.code() + " " + reply.text()).strip()).escaped();
    return "'" + (text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text) + "'";
  }

  /** Returns the quoted reply, or 'nothing' if there was none. */
  public static String quoted(Optional<Reply> reply) {
    return reply.map(ReplyText::quoted).orElse("nothing");
  }

  /** Returns true if {@code reply} is a 2yz reply. */
  public static boolean isSuccess(Optional<Reply> reply) {
    return reply.filter(r -> r.firstDigit() == 2).isPresent();
  }
}
