package dev.etrn.suites.inquiry;

import dev.etrn.suites.inquiry.session.ReplyText;
import dev.etrn.suites.transcript.Reply;
import java.util.Optional;

/**
 * A server's answers about one name.
 *
 * @param etrn the reply to ETRN
 * @param recipient the reply to RCPT, or to the MAIL before it when that was refused
 */
public record NodeAnswer(String node, Optional<Reply> etrn, Optional<Reply> recipient) {

  public boolean isAccepted() {
    return ReplyText.isSuccess(etrn);
  }

  boolean takesMail() {
    return ReplyText.isSuccess(recipient);
  }

  /** Returns both answers, for a comment. */
  public String text() {
    return "ETRN: "
        + ReplyText.quoted(etrn)
        + "; RCPT: "
        + recipient.map(ReplyText::quoted).orElse("not asked");
  }
}
