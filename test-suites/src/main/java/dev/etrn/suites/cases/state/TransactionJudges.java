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

/** The judges of ETRN inside a transaction. */
final class TransactionJudges {

  private TransactionJudges() {}

  /**
   * Returns a judge that expects ETRN to be refused inside a transaction.
   *
   * @param opening the steps that must be accepted to open the transaction
   */
  static Judge refused(String requirement, List<String> opening) {
    return transcript -> {
      Dialogue dialogue = Dialogue.first(transcript);
      for (String step : opening) {
        if (dialogue.firstReply(step).filter(r -> r.firstDigit() == 2).isEmpty()) {
          return List.of(
              Finding.inconclusive(requirement, "no transaction: " + step + " was not accepted"));
        }
      }
      return ReplyJudge.of("etrn", requirement)
          .keeps(Codes.of(503))
          .keeps(code -> code / 100 == 5)
          .breaks(Codes.ACCEPTED)
          .notes(Codes.REFUSED, "refused, though not with 503")
          .judge(transcript);
    };
  }

  static List<Finding> intact(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    Optional<Reply> etrn = dialogue.firstReply("etrn");
    if (dialogue.firstReply("mail").filter(r -> r.firstDigit() == 2).isEmpty() || etrn.isEmpty()) {
      return List.of(Finding.unanswered("ETRN-013", "no transaction, or no reply to ETRN"));
    }
    String refusal = "after ETRN was answered " + etrn.get().code() + ", ";
    for (String step : List.of("rcpt", "data", "dot")) {
      Optional<Reply> reply = dialogue.firstReply(step);
      if (reply.isEmpty()) {
        Impediment cause = Impediment.of(etrn.get()).orElse(Impediment.NO_REPLY);
        return List.of(
            Finding.inconclusive("ETRN-013", refusal + step + " got no reply").dueTo(cause));
      }
      if (reply.get().code() == 503) {
        return List.of(
            Finding.broken(
                "ETRN-013", refusal + step + " was answered 503: the transaction is gone"));
      }
      if (reply.get().firstDigit() > 3) {
        return List.of(
            Finding.inconclusive("ETRN-013", refusal + step + " was answered " + reply.get().code())
                .dueTo(Impediment.among(List.of(reply.get().code(), etrn.get().code()))));
      }
    }
    return List.of(Finding.kept("ETRN-013", refusal + "the message was accepted"));
  }

  static List<Finding> content(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    if (!dialogue.has("dot")) {
      return List.of(Finding.unanswered("ETRN-014", "DATA was not answered 354"));
    }
    List<Reply> early = dialogue.replies("content");
    if (!early.isEmpty()) {
      return List.of(
          Finding.broken(
              "ETRN-014", "the line was answered " + early.get(0).code() + " inside DATA"));
    }
    int replies = dialogue.replies("dot").size() + dialogue.replies("noop").size();
    if (replies > 2) {
      return List.of(
          Finding.broken("ETRN-014", "the final dot and NOOP got " + replies + " replies"));
    }
    return ReplyJudge.of("dot", "ETRN-014")
        .keeps(Codes.ACCEPTED)
        .needs(Codes.ACCEPTED, "so the message was not accepted")
        .judge(transcript);
  }
}
