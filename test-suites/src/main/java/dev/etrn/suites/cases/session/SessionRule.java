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
 * @param judge reads one transcript; finds nothing at all where the rule does not apply
 */
public record SessionRule(CaseInfo info, boolean confusing, Judge judge) {

  static SessionRule of(
      String name, String title, String expected, List<String> requirements, Judge judge) {
    var info =
        new CaseInfo("etrn.session." + name, 1, title, requirements, expected, Set.of(), false);
    return new SessionRule(info, false, judge);
  }

  /** A rule on each conversation alone. */
  static Judge each(Function<Conversation, List<Finding>> rule) {
    return transcript ->
        Conversation.all(transcript).stream().flatMap(one -> rule.apply(one).stream()).toList();
  }

  SessionRule thatConfuses() {
    return new SessionRule(info, true, judge);
  }

  /** The rule as a case; it has no script, for every session of a run is its experiment. */
  Case asCase() {
    return new Case(info, stage -> {}, this::findings);
  }

  /** Whether cases cannot say anything of the replies in this transcript. */
  public boolean confuses(Transcript transcript) {
    return confusing
        && judge.judge(transcript).stream().anyMatch(f -> f.assessment() == Assessment.BROKEN);
  }

  /** What breaks the rule, or may do so. */
  public List<Finding> breaches(Transcript transcript) {
    return judge.judge(transcript).stream()
        .filter(f -> f.assessment() == Assessment.BROKEN || f.assessment() == Assessment.DOUBTFUL)
        .toList();
  }

  private List<Finding> findings(Transcript transcript) {
    if (Conversation.all(transcript).stream().noneMatch(Conversation::isGreeted)) {
      return List.of(
          Finding.inconclusive(info.requirements().get(0), "no session was greeted with 220"));
    }
    List<Finding> findings = judge.judge(transcript);
    return findings.isEmpty() ? List.of(kept("nothing in it that the rule speaks of")) : findings;
  }

  /** The rule was kept. */
  public Finding kept(String observed) {
    return Finding.kept(info.requirements().get(0), observed);
  }
}
