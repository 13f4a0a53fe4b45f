package dev.etrn.suites.run.evaluation;

import dev.etrn.suites.cases.session.SessionRule;
import dev.etrn.suites.cases.session.Sessions;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Finding.Assessment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The reference from a finding of a case to the rule of every session that reports its cause, so
 * that one cause is one finding.
 */
final class Referral {

  private static final Set<Assessment> ACCUSING =
      EnumSet.of(Assessment.BROKEN, Assessment.DOUBTFUL, Assessment.INCONCLUSIVE);

  /** The requirements that are observed at the exchanger, whatever the replies are. */
  private static final Set<String> OF_MAIL =
      Set.of("SMTP-037", "SMTP-040", "SMTP-041", "DECL-003", "DECL-005", "SEC-036", "SEC-037");

  private Referral() {}

  /**
   * Returns the findings of a case without those that a broken rule explains.
   *
   * @param broken the rules that the sessions break
   */
  static List<Finding> of(
      CaseInfo info, Sessions sessions, List<Finding> findings, List<SessionRule> broken) {
    var remaining = new ArrayList<Finding>();
    for (Finding finding : findings) {
      Optional<SessionRule> cause =
          broken.stream().filter(r -> explains(r, sessions, info, finding)).findFirst();
      remaining.add(
          cause
              .map(rule -> Finding.referred(finding.requirement(), rule.info().id()))
              .orElse(finding));
    }
    return remaining;
  }

  private static boolean explains(
      SessionRule rule, Sessions sessions, CaseInfo info, Finding finding) {
    if (!ACCUSING.contains(finding.assessment())) {
      return false;
    }
    boolean isItsSubject = rule.info().requirements().contains(info.requirements().get(0));
    boolean isSameBreach = rule.info().requirements().contains(finding.requirement());
    boolean isOfMail = OF_MAIL.contains(finding.requirement());
    boolean isConfused = !isOfMail && !finding.isInAnyOrder() && rule.confuses(sessions);
    return !isItsSubject && (isSameBreach || isConfused);
  }
}
