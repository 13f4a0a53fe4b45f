package dev.etrn.suites.inquiry;

import dev.etrn.suites.inquiry.session.ReplyText;
import dev.etrn.suites.inquiry.session.ServerSession;
import dev.etrn.suites.inquiry.session.SessionOpening;
import dev.etrn.suites.transcript.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The question whether the server would take mail for names; no mail is submitted.
 *
 * @param opening the opening of its session
 */
record RecipientInquiry(SessionOpening opening) {

  /** Returns the reply to RCPT for each name, or to MAIL when that was refused. */
  Map<String, Optional<Reply>> of(List<String> names) {
    var replies = new HashMap<String, Optional<Reply>>();
    if (names.isEmpty()) {
      return replies;
    }
    try (SessionOpening.Opened opened = opening.open()) {
      ServerSession session = opened.session();
      for (String name : names) {
        Optional<Reply> mail = session.ask(session.identity().mail());
        replies.put(
            name, ReplyText.isSuccess(mail) ? session.ask("RCPT TO:<inbox@" + name + ">") : mail);
        session.ask("RSET");
      }
    }
    return replies;
  }
}
