package dev.etrn.suites.cases.keywords;

import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.ReplyJudge;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.Locale;

/** The judges of the EHLO reply. */
public final class KeywordJudges {

  private KeywordJudges() {}

  /** Judges ETRN-001 and SMTP-003. */
  public static List<Finding> announcement(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    if (dialogue.firstReply("ehlo").filter(r -> r.firstDigit() == 5).isPresent()) {
      return List.of(
          Finding.notOffered("ETRN-001", "EHLO is refused, so no extension can be announced"));
    }
    if (dialogue.keywords().contains("ETRN")) {
      // SMTP-003; 501 may be about the form of the argument.
      return ReplyJudge.of("etrn", "ETRN-001")
          .breaks(Codes.of(500, 502), "SMTP-003", "although EHLO lists ETRN")
          .keeps(Codes.any())
          .judge(transcript);
    }
    return dialogue.firstReply("etrn").filter(r -> r.code() == 500 || r.code() == 502).isPresent()
        ? List.of(
            Finding.notOffered("ETRN-001", "EHLO does not list ETRN, and the reply to ETRN agrees"))
        : ReplyJudge.of("etrn", "ETRN-001")
            .breaks(Codes.ACCEPTED)
            .doubts(Codes.REFUSED, "but EHLO does not list ETRN, so 502 or 500 was to be expected")
            .judge(transcript);
  }

  /** Judges ETRN-002. */
  public static List<Finding> parameters(Transcript transcript) {
    List<String> lines = lines(transcript);
    if (lines.stream().allMatch(line -> line.equalsIgnoreCase("ETRN"))) {
      return List.of(Finding.kept("ETRN-002", "the line reads 'ETRN'"));
    }
    return lines.stream().allMatch(line -> line.strip().equalsIgnoreCase("ETRN"))
        ? List.of(Finding.doubtful("ETRN-002", "blanks follow the keyword"))
        : List.of(Finding.broken("ETRN-002", "the line has parameters: " + lines));
  }

  /** Judges ETRN-003. */
  public static List<Finding> count(Transcript transcript) {
    int count = lines(transcript).size();
    return List.of(
        count == 1
            ? Finding.kept("ETRN-003", "listed once")
            : Finding.doubtful("ETRN-003", "listed " + count + " times"));
  }

  static List<Finding> atrn(Transcript transcript) {
    if (Dialogue.first(transcript).keywords().contains("ATRN")) {
      return List.of(
          Finding.doubtful("ODMR-010", "EHLO lists ATRN, which has a service of its own"));
    }
    return ReplyJudge.of("atrn", "ODMR-010")
        .keeps(Codes.of(500, 502))
        .doubts(Codes.ACCEPTED, "although EHLO does not list ATRN")
        .notes(Codes.REFUSED, "refused with another code than 500 or 502")
        .judge(transcript);
  }

  private static List<String> lines(Transcript transcript) {
    return Dialogue.first(transcript).ehloLines().stream()
        .filter(line -> line.strip().split("[ =]", 2)[0].toUpperCase(Locale.ROOT).equals("ETRN"))
        .toList();
  }
}
