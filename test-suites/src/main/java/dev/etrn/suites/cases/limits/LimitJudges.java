package dev.etrn.suites.cases.limits;

import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The judges of limits.etrnsPerSession: exactly that many ETRNs of a session are accepted. Requests
 * up to the limit are sent in steps {@code within}, those beyond it in steps {@code etrn}.
 */
final class LimitJudges {

  private static final String DECLARED = "DECL-004";

  private LimitJudges() {}

  /** Judges both sides of the limit, on the first connection. */
  static List<Finding> exact(Transcript transcript) {
    Dialogue session = Dialogue.first(transcript);
    Optional<Finding> shortfall = shortfall(transcript, session);
    return shortfall.map(List::of).orElseGet(() -> beyond(transcript, session));
  }

  /** Returns a judge that expects the whole limit in every session. */
  static Judge ofEachSession() {
    return transcript ->
        Dialogue.all(transcript).stream()
            .map(
                session ->
                    shortfall(transcript, session)
                        .orElseGet(
                            () ->
                                Finding.kept(
                                    DECLARED,
                                    session.replies("within").size()
                                        + " ETRNs were accepted on "
                                        + session.end())))
            .toList();
  }

  /** Returns a finding if the limit is lower than declared, or if that cannot be known. */
  private static Optional<Finding> shortfall(Transcript transcript, Dialogue session) {
    int sent = session.exchanges("within").size();
    List<Reply> replies = session.replies("within");
    long accepted = accepted(replies);
    if (accepted == sent) {
      return Optional.empty();
    }
    Optional<Reply> refusal =
        replies.stream().filter(reply -> Codes.REFUSED.test(reply.code())).findFirst();
    if (refusal.isEmpty()) {
      return Optional.of(
          Finding.unanswered(DECLARED, (sent - replies.size()) + " ETRNs got no reply"));
    } else if (isNothingAccepted(transcript)) {
      return Optional.of(Finding.referred(DECLARED, Finding.PERMITTED_CASE));
    }
    String observed =
        "only " + accepted + " ETRNs were accepted on " + session.end() + limit(transcript);
    return Optional.of(Finding.broken(DECLARED, observed + ": " + shown(refusal.get())));
  }

  private static List<Finding> beyond(Transcript transcript, Dialogue session) {
    List<Reply> replies = session.replies("etrn");
    if (replies.isEmpty()) {
      return List.of(Finding.unanswered(DECLARED, "the ETRN beyond the limit got no reply"));
    }
    long accepted = accepted(replies);
    if (accepted > 0) {
      long total = accepted(session.replies("within")) + accepted;
      String observed = total + " ETRNs were accepted in one session" + limit(transcript);
      return List.of(Finding.broken(DECLARED, observed));
    }
    var findings = new ArrayList<Finding>();
    findings.add(Finding.kept(DECLARED, "refused beyond the limit: " + shown(replies.get(0))));
    // PMDF-013 is a decision of this project: RFC 1985 has no code for this.
    if (replies.get(0).code() != 458) {
      findings.add(
          Finding.noted(
              "PMDF-013",
              shown(replies.get(0)) + ": 458 would say that the client may come again"));
    }
    return findings;
  }

  private static boolean isNothingAccepted(Transcript transcript) {
    return Dialogue.all(transcript).stream().allMatch(d -> accepted(d.replies("within")) == 0);
  }

  private static String limit(Transcript transcript) {
    return ", and limits.etrnsPerSession is "
        + transcript.fact(Facts.ETRN_LIMIT).map(String::valueOf).orElse("not given");
  }

  private static long accepted(List<Reply> replies) {
    return replies.stream().filter(reply -> Codes.ACCEPTED.test(reply.code())).count();
  }

  private static String shown(Reply reply) {
    return "'" + reply.code() + " " + reply.text() + "'";
  }
}
