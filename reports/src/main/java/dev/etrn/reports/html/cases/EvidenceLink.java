package dev.etrn.reports.html.cases;

import dev.etrn.reports.html.VerdictText;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A verdict beside a requirement, which opens its evidence.
 *
 * @param link the fragment of the evidence
 * @param text which case it is, or how many there are
 */
public record EvidenceLink(VerdictText verdict, String link, String text) {

  /** The part of a case's id that tells it from others. */
  static EvidenceLink of(CaseResult result) {
    return new EvidenceLink(
        VerdictText.of(result.verdict()),
        result.info().id(),
        result.info().id().replaceFirst("^[a-z]+\\.", ""));
  }

  /** The worst of several, at the target of this name. */
  static Optional<EvidenceLink> worst(List<CaseResult> results, String target) {
    return results.stream()
        .min(Comparator.comparingInt(one -> Verdict.WORST_FIRST.indexOf(one.verdict())))
        .map(
            worst ->
                new EvidenceLink(
                    VerdictText.of(worst.verdict()),
                    target + "/" + worst.info().id(),
                    results.size() == 1 ? "" : "of " + results.size()));
  }
}
