package dev.etrn.suites.cases.abuse;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.client.WireClient;
import java.util.List;

/** The case of many bad lines. */
public final class AbuseCases {

  private static final int MANY = 20;

  private AbuseCases() {}

  public static List<Case> all() {
    return List.of(
        CaseBuilder.of(
                "etrn.abuse.bad-lines", "A server that closes because of bad lines says 421 first")
            .covers("SMTP-028")
            .expects("the session stays open, or ends with 421")
            .script(
                stage -> {
                  WireClient client = stage.ehlo();
                  boolean isAnswering = true;
                  for (int i = 0; i < MANY && client.isOpen() && isAnswering; i++) {
                    isAnswering = client.step("etrn").line("ETRN a..b.test").reply().isPresent();
                  }
                  if (isAnswering) {
                    client.step("noop").line("NOOP").reply();
                  }
                })
            .judgedWhenOfferedDespite421(AbuseCases::farewell));
  }

  private static List<Finding> farewell(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    if (dialogue.firstReply("noop").filter(r -> r.code() == 250).isPresent()) {
      return List.of(Finding.kept("SMTP-028", "open after " + MANY + " bad lines"));
    }
    int answered = dialogue.replies("etrn").size();
    if (dialogue.allReplies().stream().anyMatch(r -> r.code() == 421)) {
      return List.of(Finding.kept("SMTP-028", "ended with 421 after " + answered + " bad lines"));
    }
    if (!dialogue.peerClosed() && !dialogue.has("noop")) {
      // RFC 5321 section 7.8 lets a server slow down; what it has not closed needs no 421.
      String slow = "still open, but too slow to wait for after " + answered + " bad lines";
      return List.of(Finding.noted("SMTP-028", slow));
    }
    return List.of(
        dialogue.peerClosed()
            ? Finding.doubtful("SMTP-028", "closed without 421 after " + answered + " bad lines")
            : Finding.unanswered("SMTP-028", "no reply to NOOP after " + answered + " bad lines"));
  }
}
