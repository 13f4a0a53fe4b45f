package dev.etrn.suites.inquiry;

import dev.etrn.suites.inquiry.session.ReplyText;
import dev.etrn.suites.transcript.Reply;
import java.util.Optional;

/**
 * How many ETRNs one session took.
 *
 * @param accepted so many, one after the other
 * @param end the reply that refused the next one; empty when none did
 * @param isLimit whether that is a limit of the session: the next is refused too, and the session
 *     stands
 * @param remark what else was seen, or the empty string
 */
public record SessionLimit(int accepted, Optional<Reply> end, boolean isLimit, String remark) {

  /** So many are asked for at most. */
  static final int MOST = 25;

  /** What was seen, for a comment. */
  public String text() {
    if (!remark.isEmpty()) {
      return remark;
    }
    return end.isEmpty()
        ? accepted + " were accepted in one session, and no more were asked for"
        : "number " + (accepted + 1) + " got " + ReplyText.quoted(end);
  }
}
