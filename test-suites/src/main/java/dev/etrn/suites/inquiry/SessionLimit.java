package dev.etrn.suites.inquiry;

import dev.etrn.suites.inquiry.session.ReplyText;
import dev.etrn.suites.transcript.Reply;
import java.util.Optional;

/**
 * The number of ETRNs that one session accepted.
 *
 * @param accepted the number of ETRNs that were accepted, one after the other
 * @param end the reply that refused the next one; empty if none was refused
 * @param isLimit true if the refusal is a limit of the session: the next ETRN is refused too, and
 *     the session stays open
 * @param remark another observation, or the empty string
 */
public record SessionLimit(int accepted, Optional<Reply> end, boolean isLimit, String remark) {

  /** The largest number of ETRNs that the inquiry sends. */
  static final int MOST = 25;

  /** Returns the observation, for a comment. */
  public String text() {
    if (!remark.isEmpty()) {
      return remark;
    }
    return end.isEmpty()
        ? accepted + " were accepted in one session, and no more were sent"
        : "number " + (accepted + 1) + " got " + ReplyText.quoted(end);
  }
}
