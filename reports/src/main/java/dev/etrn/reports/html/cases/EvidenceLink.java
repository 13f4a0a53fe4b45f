package dev.etrn.reports.html.cases;

import dev.etrn.reports.html.VerdictText;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The link from a requirement to the evidence for a verdict.
 *
 * @param link the fragment of the evidence
 * @param text the name of the case, or the number of cases
 */
public record EvidenceLink(VerdictText verdict, String link, String text) {

  /** Returns the link to a result, whose text is the case id without its first part. */
  static EvidenceLink of(CaseResult result) {
    return new EvidenceLink(
        VerdictText.of(result.verdict()),
        result.info().id(),
        result.info().id().replaceFirst("^[a-z]+\\.", ""));
  }

  /** Returns the link to the worst of several results of one target. */
  static Optional<EvidenceLink> worst(List<CaseResult> results, String target) {
    return results.stream()
        .min(Comparator.comparingInt(result -> Verdict.WORST_FIRST.indexOf(result.verdict())))
        .map(
            worst ->
                new EvidenceLink(
                    VerdictText.of(worst.verdict()),
                    target + "/" + worst.info().id(),
                    results.size() == 1 ? "" : "of " + results.size()));
  }
}
