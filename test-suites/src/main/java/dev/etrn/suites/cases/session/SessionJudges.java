package dev.etrn.suites.cases.session;

import dev.etrn.suites.cases.reply.ShapeJudges;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;

/** Judges of a session as a whole, which may have ended anywhere. */
final class SessionJudges {

  private static final int CLOSING = 421;
  private static final int GREETED = 220;
  private static final int LONGEST_LINE = 512;

  private SessionJudges() {}

  /** What came is well-formed; a reply that was cut off is none, and so is not judged. */
  static List<Finding> shape(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    var findings = new ArrayList<>(ShapeJudges.defects(dialogue));
    if (isNoReply(dialogue.leftover())) {
      findings.add(
          Finding.broken(
              "SMTP-022", "octets that begin no reply: '" + shortened(dialogue.leftover()) + "'"));
    }
    int replies = dialogue.allReplies().size();
    if (findings.isEmpty() && replies > 0) {
      findings.add(Finding.kept("SMTP-022", replies + " replies, all well-formed"));
    }
    return findings;
  }

  /** Each command has one reply; 421 may come at any time (RFC 5321 section 3.8). */
  static List<Finding> oneEach(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    List<Integer> codes =
        dialogue.allReplies().stream().map(Reply::code).filter(code -> code != CLOSING).toList();
    // The greeting answers the connection.
    int wanted = 1 + dialogue.exchanges().stream().mapToInt(SessionJudges::commands).sum();
    String observed =
        (wanted - 1) + " commands got " + (codes.size() - 1) + " replies after the greeting";
    if (codes.contains(0)) {
      return List.of(Finding.inconclusive("ETRN-058", "a line that is no reply came"));
    }
    if (codes.size() > wanted) {
      return List.of(Finding.broken("ETRN-058", observed));
    }
    return List.of(
        codes.size() == wanted
            ? Finding.kept("ETRN-058", observed)
            : Finding.inconclusive("ETRN-058", observed + ", and then the session ended"));
  }

  /** A server that ends a session says so with 421, unless the client said QUIT. */
  static List<Finding> farewell(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    List<Reply> replies = dialogue.allReplies();
    boolean isGreeted = !replies.isEmpty() && replies.get(0).code() == GREETED;
    // A reset may come from anything between the two, and TLS that fails is no session.
    boolean isSilent =
        dialogue.peerClosed()
            && !dialogue.resetByPeer()
            && dialogue.handshake().filter(tls -> !tls.isSecure()).isEmpty()
            && replies.stream().noneMatch(reply -> reply.code() == CLOSING);
    if (!isGreeted || dialogue.has("quit")) {
      return List.of();
    }
    return isSilent
        ? List.of(Finding.doubtful("SMTP-028", "the server closed the session without 421"))
        : List.of();
  }

  /** Commands of an exchange; content and its final dot are one. */
  private static int commands(Dialogue.Exchange exchange) {
    String sent = exchange.sent().text();
    if (exchange.name().equals("content")) {
      return sent.isEmpty() ? 0 : 1;
    }
    return (int) sent.chars().filter(c -> c == '\n').count();
  }

  private static boolean isNoReply(Octets leftover) {
    String start = leftover.text().substring(0, Math.min(3, leftover.size()));
    return !start.matches("[0-9]*") || leftover.text().lines().anyMatch(SessionJudges::isTooLong);
  }

  private static boolean isTooLong(String line) {
    return line.length() > LONGEST_LINE;
  }

  private static String shortened(Octets octets) {
    String text = octets.escaped();
    return text.length() > 120 ? text.substring(0, 120) + "..." : text;
  }
}
