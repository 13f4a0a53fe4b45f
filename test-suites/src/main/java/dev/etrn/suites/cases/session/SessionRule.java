package dev.etrn.suites.cases.session;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Finding.Assessment;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A rule that every session must keep, whatever the case that opened it: an invariant.
 *
 * <p>It is judged on every transcript of a run and reported once, as a case {@code etrn.session.*}.
 *
 * @param info the description of the rule, with the requirements that only this rule reports
 * @param confusing true if a breach leaves it open which reply answers which command, so that cases
 *     cannot judge replies any more
 * @param judge the judge of the sessions of a transcript; it finds nothing at all if the rule does
 *     not apply
 */
public record SessionRule(
    CaseInfo info, boolean confusing, Function<Sessions, List<Finding>> judge) {

  static SessionRule of(
      String name,
      String title,
      String expected,
      List<String> requirements,
      Function<Sessions, List<Finding>> judge) {
    var info =
        new CaseInfo("etrn.session." + name, 1, title, requirements, expected, Set.of(), false);
    return new SessionRule(info, false, judge);
  }

  /** Returns a rule on each conversation alone. */
  static Function<Sessions, List<Finding>> each(Function<Conversation, List<Finding>> rule) {
    return sessions -> sessions.each(rule);
  }

  /** Returns a rule on the mail that was handed over and came. */
  static Function<Sessions, List<Finding>> ofMail(Judge rule) {
    return sessions -> rule.judge(sessions.transcript());
  }

  SessionRule thatConfuses() {
    return new SessionRule(info, true, judge);
  }

  /** Returns the rule as a case without a script, because every session is its experiment. */
  Case asCase() {
    return new Case(info, stage -> {}, this::findings);
  }

  private List<Finding> findings(Transcript transcript) {
    var sessions = Sessions.of(transcript);
    if (!sessions.isGreeted()) {
      return List.of(
          Finding.inconclusive(info.requirements().get(0), "no session was greeted with 220"));
    }
    List<Finding> findings = judge.apply(sessions);
    return findings.isEmpty() ? List.of(kept("the rule does not apply to it")) : findings;
  }

  /** Returns the findings of breaches, and of possible breaches, in these sessions. */
  public List<Finding> breaches(Sessions sessions) {
    return judge.apply(sessions).stream()
        .filter(f -> f.assessment() == Assessment.BROKEN || f.assessment() == Assessment.DOUBTFUL)
        .toList();
  }

  /**
   * Returns true if a breach of the rule keeps cases from judging the replies of these sessions.
   */
  public boolean confuses(Sessions sessions) {
    return confusing
        && breaches(sessions).stream().anyMatch(f -> f.assessment() == Assessment.BROKEN);
  }

  /** Returns the finding that the rule was kept. */
  public Finding kept(String observed) {
    return Finding.kept(info.requirements().get(0), observed);
  }
}
