package dev.etrn.suites.cases.state;

import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Impediment;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.judge.ReplyJudge;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.Optional;

/** The judges of sessions around an ETRN. */
final class SessionJudges {

  private SessionJudges() {}

  /** Returns a judge to which 503 is a breach, if the steps before ETRN worked. */
  static Judge allowed(String requirement) {
    return transcript -> {
      Dialogue dialogue = Dialogue.first(transcript);
      Optional<Finding> obstacle = obstacle(requirement, dialogue);
      return obstacle.isPresent()
          ? List.of(obstacle.get())
          : ReplyJudge.of("etrn", requirement)
              .breaks(Codes.of(503))
              .keeps(Codes.any())
              .judge(transcript);
    };
  }

  private static Optional<Finding> obstacle(String requirement, Dialogue dialogue) {
    for (String step : List.of("mail", "again")) {
      Optional<Reply> reply = dialogue.firstReply(step);
      if (dialogue.has(step) && reply.filter(r -> r.code() == 250).isEmpty()) {
        return Optional.of(
            Finding.unanswered(requirement, "the step " + step + " was not answered 250"));
      }
    }
    Optional<Reply> rset = dialogue.firstReply("rset");
    if (rset.filter(r -> r.code() != 250).isPresent()) {
      return Optional.of(Finding.broken("SMTP-009", "RSET was answered " + rset.get().code()));
    }
    boolean isMailAccepted =
        dialogue.firstReply("refused").filter(r -> r.firstDigit() == 2).isPresent();
    return isMailAccepted
        ? Optional.of(
            Finding.noted(
                requirement, "MAIL FROM:<@@> is accepted here, so that no MAIL was refused"))
        : Optional.empty();
  }

  static List<Finding> helo(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    Optional<Reply> helo = dialogue.firstReply("helo");
    if (helo.isEmpty() || helo.get().code() != 250) {
      return List.of(
          Finding.inconclusive(
                  "SMTP-002",
                  "HELO was answered "
                      + helo.map(r -> Integer.toString(r.code())).orElse("not at all"))
              .dueTo(helo.flatMap(Impediment::of)));
    }
    if (helo.get().lines().size() > 1) {
      return List.of(
          Finding.broken(
              "SMTP-002", "HELO was answered on " + helo.get().lines().size() + " lines"));
    }
    return ReplyJudge.of("etrn", "SMTP-002")
        .keeps(Codes.ACCEPTED)
        .notes(Codes.any(), "ETRN is refused after HELO")
        .judge(transcript);
  }

  static List<Finding> answeredAll(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    int sent = dialogue.exchanges("etrn").size();
    List<Integer> codes = dialogue.replies("etrn").stream().map(Reply::code).toList();
    String observed = sent + " ETRNs were answered " + codes;
    if (codes.size() > sent) {
      return List.of(Finding.broken("ETRN-058", observed));
    }
    if (codes.size() == sent) {
      return List.of(Finding.kept("ETRN-056", observed));
    }
    // A late reply would come with the reply to QUIT.
    List<Reply> quitReplies = dialogue.replies("quit");
    boolean isFarewell = quitReplies.stream().anyMatch(reply -> reply.code() == 221);
    return List.of(
        isFarewell && codes.size() + quitReplies.size() <= sent
            ? Finding.broken("ETRN-058", observed + ", and QUIT after them was answered")
            : Finding.inconclusive("ETRN-056", observed).dueTo(Impediment.among(codes)));
  }

  static List<Finding> closedAfterQuit(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    Optional<Reply> quit = dialogue.firstReply("quit");
    if (quit.isEmpty()) {
      return List.of(
          dialogue.peerClosed()
              ? Finding.inconclusive("ETRN-059", "closed without a reply to QUIT")
              : Finding.broken("ETRN-059", "no reply to QUIT while the queue runs"));
    }
    String observed = "QUIT was answered " + quit.get().code();
    return List.of(
        dialogue.peerClosed() && quit.get().code() == 221
            ? Finding.kept("ETRN-059", observed + ", and the connection closed")
            : Finding.broken(
                "ETRN-059",
                observed + (dialogue.peerClosed() ? "" : ", and the connection stayed open")));
  }

  static List<Finding> sameUnderOtherName(Transcript transcript) {
    List<Integer> codes =
        Dialogue.all(transcript).stream()
            .flatMap(d -> d.firstReply("etrn").stream())
            .map(Reply::code)
            .toList();
    if (codes.size() < 2) {
      return List.of(Finding.inconclusive("ETRN-062", "not both sessions were answered"));
    }
    String observed = "answered " + codes.get(0) + ", and " + codes.get(1) + " as the node itself";
    if (codes.get(0) / 100 != 2 && codes.get(1) / 100 == 2) {
      // The declaration in nodes.denied holds under every name.
      return List.of(Finding.broken("DECL-002", observed));
    }
    return List.of(
        codes.get(0).equals(codes.get(1))
            ? Finding.kept("ETRN-062", observed)
            : Finding.doubtful("ETRN-062", observed));
  }
}
