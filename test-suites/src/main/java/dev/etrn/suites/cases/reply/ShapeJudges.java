package dev.etrn.suites.cases.reply;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The judges of the number and the shape of replies. */
public final class ShapeJudges {

  private ShapeJudges() {}

  static List<Finding> exactlyOne(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    int etrnReplies = dialogue.replies("etrn").size();
    int total = etrnReplies + dialogue.replies("noop").size() + dialogue.replies("quit").size();
    if (total > 3 || etrnReplies > 1) {
      return List.of(Finding.broken("ETRN-058", "ETRN, NOOP and QUIT got " + total + " replies"));
    }
    if (total == 3) {
      return List.of(Finding.kept("ETRN-058", "ETRN, NOOP and QUIT got one reply each"));
    }
    // A session that ended early says nothing; a session that answered QUIT skipped a command.
    boolean answeredQuit = dialogue.replies("quit").stream().anyMatch(r -> r.code() == 221);
    return List.of(
        answeredQuit && total == 2
            ? Finding.broken("ETRN-058", "ETRN, NOOP and QUIT got 2 replies")
            : Finding.inconclusive(
                "ETRN-058", "the session ended after " + total + " of 3 replies"));
  }

  static List<Finding> wellFormed(Transcript transcript) {
    var findings = new ArrayList<Finding>();
    int count = 0;
    for (Dialogue dialogue : Dialogue.all(transcript)) {
      count += dialogue.allReplies().size();
      findings.addAll(defects(dialogue));
      if (dialogue.leftover().size() > 0) {
        findings.add(
            Finding.broken(
                "SMTP-022", "octets that are not a whole reply: '" + dialogue.leftover() + "'"));
      }
    }
    if (findings.isEmpty()) {
      findings.add(Finding.kept("SMTP-022", count + " replies, all well-formed"));
    }
    return findings;
  }

  /** Returns a finding for each defect in the shape of complete replies. */
  public static List<Finding> defects(Dialogue dialogue) {
    return dialogue.allReplies().stream()
        .flatMap(reply -> reply.defects().stream().map(defect -> defect(defect, reply)))
        .toList();
  }

  private static Finding defect(Reply.Defect defect, Reply reply) {
    String raw = reply.raw().toString();
    String shown = raw.length() > 120 ? raw.substring(0, 120) + "..." : raw;
    String observed = defect.what() + ": '" + shown + "'";
    return defect.requirement().equals("SMTP-027")
        ? Finding.doubtful("SMTP-027", observed)
        : Finding.broken(defect.requirement(), observed);
  }

  /** Judges ESC-001 and ESC-002. */
  public static List<Finding> enhancedCodes(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    boolean announced = dialogue.keywords().contains("ENHANCEDSTATUSCODES");
    var findings = new ArrayList<Finding>();
    for (Reply reply : dialogue.replies("etrn")) {
      if (reply.code() == 0) {
        return List.of(Finding.inconclusive("ESC-001", "a line that is not a reply came"));
      }
      Optional<String> enhanced = reply.enhancedStatusCode();
      String shown = "'" + reply.code() + " " + reply.text() + "'";
      if (enhanced.isEmpty() && announced) {
        findings.add(Finding.broken("ESC-001", "announced, but absent from " + shown));
      } else if (enhanced.isPresent() && enhanced.get().charAt(0) - '0' != reply.firstDigit()) {
        findings.add(Finding.broken("ESC-002", "another class than the code's: " + shown));
      }
    }
    if (findings.isEmpty()) {
      findings.add(
          announced
              ? Finding.kept("ESC-001", "every reply to ETRN has one")
              : Finding.notApplicable("ESC-001", "EHLO does not list ENHANCEDSTATUSCODES"));
    }
    return findings;
  }
}
