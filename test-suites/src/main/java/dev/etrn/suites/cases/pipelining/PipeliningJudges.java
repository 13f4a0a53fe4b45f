package dev.etrn.suites.cases.pipelining;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Impediment;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;

/** The judges of groups of commands. */
final class PipeliningJudges {

  /**
   * "Unable to queue messages", for example because they are on their way (RFC 1985 section 5.1).
   */
  private static final int BUSY = 458;

  private static final int OK = 250;

  /** The number of commands in the group whose replies must come in order. */
  static final int IN_GROUP = 5;

  private PipeliningJudges() {}

  static List<Finding> oneSegment(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    List<Integer> codes = codes(dialogue, "group");
    String observed = "ETRN, NOOP and QUIT in one segment were answered " + codes;
    boolean isInOrder = codes.size() == 3 && codes.get(1) == 250 && codes.get(2) == 221;
    if (isInOrder) {
      return List.of(Finding.kept("PIPE-002", observed));
    }
    // A server may punish input that comes too early, and says so before it closes.
    boolean isPunished =
        codes.stream().anyMatch(c -> c >= 500 || c == 421) && dialogue.peerClosed();
    if (isPunished) {
      return List.of(Finding.noted("PIPE-002", observed + ", and the session was ended"));
    }
    return List.of(
        codes.isEmpty()
            ? Finding.inconclusive("PIPE-002", observed)
            : Finding.broken("PIPE-002", observed));
  }

  static List<Finding> order(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    if (!dialogue.keywords().contains("PIPELINING")) {
      return List.of(Finding.notApplicable("PIPE-003", "EHLO does not list PIPELINING"));
    }
    List<Integer> codes = codes(dialogue, "group");
    String observed = "RSET, RCPT, RSET, RCPT and ETRN were answered " + codes;
    if (codes.size() > IN_GROUP) {
      return List.of(Finding.broken("PIPE-003", observed + ": more replies than commands"));
    } else if (codes.size() < IN_GROUP) {
      return List.of(Finding.inconclusive("PIPE-003", observed).dueTo(Impediment.among(codes)));
    }
    // RFC 5321 section 4.1.4: RSET is always in place, and RCPT never without MAIL.
    boolean isKept =
        codes.get(0) == OK
            && isRefusal(codes.get(1))
            && codes.get(2) == OK
            && isRefusal(codes.get(3));
    if (isKept) {
      return List.of(Finding.kept("PIPE-003", observed));
    }
    boolean isSettled =
        codes.stream().filter(code -> code == OK).count() >= 2
            && codes.stream().filter(PipeliningJudges::isRefusal).count() >= 2;
    return List.of(
        isSettled
            ? Finding.broken("PIPE-003", observed)
            : Finding.noted("PIPE-003", observed + ", which does not tell the order"));
  }

  private static boolean isRefusal(int code) {
    return code / 100 == 5;
  }

  static List<Finding> pieces(Transcript transcript) {
    List<Integer> codes =
        Dialogue.all(transcript).stream()
            .flatMap(d -> d.firstReply("etrn").stream())
            .map(Reply::code)
            .toList();
    if (codes.size() < 2) {
      return List.of(
          codes.size() == 1 && isPassedOver(transcript)
              ? Finding.broken("PIPE-005", "in pieces it got no reply, and QUIT after it got 221")
              : Finding.inconclusive("PIPE-005", "not both lines were answered"));
    }
    String observed = "whole " + codes.get(0) + ", in pieces " + codes.get(1);
    if (codes.contains(BUSY) && codes.stream().anyMatch(code -> code / 100 == 2)) {
      return List.of(Finding.noted("PIPE-005", observed + ": a run was under way already"));
    }
    return List.of(
        codes.get(0) / 100 == codes.get(1) / 100
            ? Finding.kept("PIPE-005", observed)
            : Finding.broken("PIPE-005", observed));
  }

  /** Returns true if the line in pieces got no reply at all, but the command after it did. */
  private static boolean isPassedOver(Transcript transcript) {
    List<Dialogue> dialogues = Dialogue.all(transcript);
    Dialogue inPieces = dialogues.get(dialogues.size() - 1);
    return inPieces.replies("etrn").isEmpty() && codes(inPieces, "quit").equals(List.of(221));
  }

  static List<Finding> group(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    if (!dialogue.keywords().contains("PIPELINING")) {
      return List.of(Finding.notApplicable("PIPE-010", "EHLO does not list PIPELINING"));
    }
    List<Integer> codes = codes(dialogue, "group");
    List<Integer> data = codes(dialogue, "data");
    String observed = "MAIL, RCPT and ETRN were answered " + codes + ", and DATA " + data;
    boolean isAccepted = codes.size() >= 3 && codes.stream().allMatch(code -> code / 100 == 2);
    if (isAccepted && data.contains(354) && data.stream().noneMatch(code -> code >= 400)) {
      // All replies up to that to DATA are known, and none of them refuses ETRN.
      return List.of(Finding.broken("ETRN-011", observed).inAnyOrder());
    }
    if (codes.size() > 3) {
      return List.of(Finding.broken("PIPE-010", observed + ": more replies than commands"));
    }
    if (codes.size() < 3 || data.isEmpty() || codes.get(0) != 250 || codes.get(1) / 100 != 2) {
      var all = new ArrayList<>(codes);
      all.addAll(data);
      return List.of(Finding.inconclusive("PIPE-010", observed).dueTo(Impediment.among(all)));
    }
    if (codes.get(2) / 100 == 2) {
      return List.of(Finding.broken("ETRN-011", observed));
    }
    return List.of(
        data.get(0) == 354
            ? Finding.kept("PIPE-010", observed)
            : Finding.broken("PIPE-010", observed));
  }

  private static List<Integer> codes(Dialogue dialogue, String step) {
    return dialogue.replies(step).stream().map(Reply::code).toList();
  }
}
