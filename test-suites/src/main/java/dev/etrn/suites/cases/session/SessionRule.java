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
 * A rule that every session keeps, whatever the case that opened it: an invariant.
 *
 * <p>It is judged on every transcript of a run and reported once, as the case {@code
 * etrn.session.*} that it is listed as.
 *
 * @param info what the rule says of itself; its requirements are those that it alone speaks of
 * @param confusing whether a breach leaves it unknown which reply answers which command, so that
 *     cases cannot say anything of replies any more
 * @param judge reads the sessions of a transcript; finds nothing at all where the rule does not
 *     apply
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

  /** A rule on each conversation alone. */
  static Function<Sessions, List<Finding>> each(Function<Conversation, List<Finding>> rule) {
    return sessions -> sessions.each(rule);
  }

  /** A rule on the mail that was handed over and came. */
  static Function<Sessions, List<Finding>> ofMail(Judge rule) {
    return sessions -> rule.judge(sessions.transcript());
  }

  SessionRule thatConfuses() {
    return new SessionRule(info, true, judge);
  }

  /** The rule as a case; it has no script, for every session of a run is its experiment. */
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
    return findings.isEmpty() ? List.of(kept("nothing in it that the rule speaks of")) : findings;
  }

  /** What breaks the rule in these sessions, or may do so. */
  public List<Finding> breaches(Sessions sessions) {
    return judge.apply(sessions).stream()
        .filter(f -> f.assessment() == Assessment.BROKEN || f.assessment() == Assessment.DOUBTFUL)
        .toList();
  }

  /** Whether a breach of the rule keeps cases from saying anything of the replies in there. */
  public boolean confuses(Sessions sessions) {
    return confusing
        && breaches(sessions).stream().anyMatch(f -> f.assessment() == Assessment.BROKEN);
  }

  /** The rule was kept. */
  public Finding kept(String observed) {
    return Finding.kept(info.requirements().get(0), observed);
  }
}
