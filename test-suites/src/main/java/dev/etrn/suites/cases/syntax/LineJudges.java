package dev.etrn.suites.cases.syntax;

import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.judge.ReplyJudge;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The judges of the way in which a server reads lines. */
final class LineJudges {

  private static final int ACCEPTED = 250;
  private static final int BUSY = 458;

  private LineJudges() {}

  /** Returns a judge that expects the same first digit in all replies to steps {@code etrn}. */
  static Judge sameClass(String requirement) {
    return transcript -> {
      List<Integer> codes = codes(transcript);
      if (codes.size() < steps(transcript)) {
        return List.of(Finding.inconclusive(requirement, "not every variant got a reply"));
      }
      String observed = "the variants were answered " + codes;
      if (isOneClass(codes)) {
        return List.of(Finding.kept(requirement, observed));
      }
      // A queue run of the variant before it explains 458, which understands verb and node too.
      return List.of(
          isOneClass(codes.stream().map(code -> code == BUSY ? ACCEPTED : code).toList())
              ? Finding.noted(requirement, observed + ": a run was under way already")
              : Finding.broken(requirement, observed));
    };
  }

  private static boolean isOneClass(List<Integer> codes) {
    return codes.stream().map(code -> code / 100).distinct().count() == 1;
  }

  static List<Finding> toleratesTrailingBlanks(Transcript transcript) {
    List<Integer> codes = codes(transcript);
    if (codes.size() < 3) {
      return List.of(Finding.inconclusive("SMTP-010", "not every variant got a reply"));
    }
    var findings = new ArrayList<Finding>();
    for (int i = 1; i < codes.size(); i++) {
      String blanks = i == 1 ? "two spaces" : "a tab";
      String observed = "without " + codes.get(0) + ", with " + blanks + " " + codes.get(i);
      boolean isBusy = codes.get(i) == BUSY && codes.get(0) / 100 == ACCEPTED / 100;
      findings.add(
          codes.get(i) / 100 == codes.get(0) / 100
              ? Finding.kept("SMTP-010", observed)
              : isBusy
                  ? Finding.noted("SMTP-010", observed + ": a run was under way already")
                  : Finding.doubtful("SMTP-010", observed));
    }
    return findings;
  }

  /** Judges that no form is accepted that {@code target.forms} leaves out. */
  static List<Finding> formsAsDeclared(Transcript transcript) {
    Optional<List<String>> declared = transcript.fact(Facts.FORMS);
    return Dialogue.all(transcript).stream()
        .flatMap(d -> d.exchanges("etrn").stream())
        .filter(e -> declared.filter(words -> !words.contains(form(e.sent().text()))).isPresent())
        .filter(e -> e.replies().stream().anyMatch(r -> Codes.ACCEPTED.test(r.code())))
        .map(e -> "'" + e.sent().text().strip() + "' was accepted, and target.forms leaves it out")
        .map(observed -> Finding.broken("DECL-006", observed))
        .toList();
  }

  private static String form(String line) {
    return line.contains("@") ? "subtree" : line.contains("#") ? "queue" : "node";
  }

  static List<Finding> bareLf(Transcript transcript) {
    List<Reply> early = Dialogue.first(transcript).replies("lf");
    if (early.stream().anyMatch(reply -> reply.code() / 100 == 2)) {
      return List.of(
          Finding.broken("SMTP-013", "a bare LF ended the line: answered " + early.get(0).code()));
    }
    return List.of(
        Finding.kept(
            "SMTP-013",
            early.isEmpty() ? "no reply to a bare LF" : "answered " + early.get(0).code()));
  }

  static List<Finding> bareCr(Transcript transcript) {
    List<Reply> replies = Dialogue.first(transcript).replies("etrn");
    if (replies.isEmpty()) {
      return List.of(Finding.unanswered("SMTP-014", "no reply"));
    }
    String observed = "a line with a bare CR in it was answered " + codesOf(replies);
    if (replies.size() > 1) {
      return List.of(Finding.broken("SMTP-014", observed));
    }
    return List.of(
        replies.get(0).code() / 100 == 5
            ? Finding.kept("SMTP-014", observed)
            : Finding.noted("SMTP-014", observed));
  }

  static List<Finding> unfinished(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    List<Reply> early = dialogue.replies("unfinished");
    if (!early.isEmpty()) {
      return List.of(
          Finding.broken("SMTP-015", "answered " + early.get(0).code() + " before the line ended"));
    }
    return dialogue.firstReply("etrn").isPresent()
        ? List.of(Finding.kept("SMTP-015", "answered when the line had ended"))
        : List.of(Finding.unanswered("SMTP-015", "no reply after CRLF either"));
  }

  /**
   * Judges the reply to a line of 512 octets. 500 means that a line is too long, but it also means
   * other errors; so if a line of 512 octets is answered like one of 2002, that is only a doubt.
   */
  static List<Finding> line512(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    Optional<Reply> legal = dialogue.firstReply("etrn");
    if (legal.isEmpty()) {
      return List.of(Finding.unanswered("SMTP-016", "no reply to a line of 512 octets"));
    }
    String observed = "a line of 512 octets was answered '" + legal.get().raw() + "'";
    boolean isLikeTooLong =
        legal.get().code() == 500
            && dialogue
                .firstReply("long")
                .filter(r -> r.raw().equals(legal.get().raw()))
                .isPresent();
    return List.of(
        isLikeTooLong
            ? Finding.doubtful("SMTP-016", observed + ", as one of 2002 octets was")
            : Finding.kept("SMTP-016", observed));
  }

  static List<Finding> oneReplyToEach(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    int sent = dialogue.exchanges("etrn").size() + 1;
    int received = dialogue.replies("etrn").size() + dialogue.replies("noop").size();
    String observed = sent + " lines got " + received + " replies";
    if (received > sent) {
      return List.of(Finding.broken("SMTP-017", observed + ": a tail was read as a command"));
    }
    if (received < sent && dialogue.allReplies().stream().anyMatch(r -> r.code() == 421)) {
      return List.of(Finding.kept("SMTP-017", observed + ", the last of them 421"));
    }
    if (received < sent) {
      return List.of(
          Finding.inconclusive(
              "SMTP-017", observed + (dialogue.peerClosed() ? ", and the server closed" : "")));
    }
    return ReplyJudge.of("noop", "SMTP-017")
        .keeps(Codes.of(250))
        .breaks(Codes.any())
        .judge(transcript);
  }

  private static List<Integer> codes(Transcript transcript) {
    return Dialogue.all(transcript).stream()
        .flatMap(d -> d.exchanges("etrn").stream())
        .flatMap(e -> e.replies().stream().limit(1))
        .map(Reply::code)
        .toList();
  }

  private static long steps(Transcript transcript) {
    return Dialogue.all(transcript).stream().mapToLong(d -> d.exchanges("etrn").size()).sum();
  }

  private static List<Integer> codesOf(List<Reply> replies) {
    return replies.stream().map(Reply::code).toList();
  }
}
