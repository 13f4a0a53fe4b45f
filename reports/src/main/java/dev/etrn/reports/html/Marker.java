package dev.etrn.reports.html;

import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.CaseResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A verdict beside a requirement, which opens its evidence.
 *
 * @param link the fragment of the evidence
 * @param text which case it is, or how many there are
 */
public record Marker(VerdictText verdict, String link, String text) {

  /** The part of a case's id that tells it from others. */
  static Marker of(CaseResult result) {
    return new Marker(
        VerdictText.of(result.verdict()),
        result.info().id(),
        result.info().id().replaceFirst("^[a-z]+\\.", ""));
  }

  /** The worst of several, at the target of this name. */
  static Optional<Marker> worst(List<CaseResult> results, String target) {
    return results.stream()
        .min(Comparator.comparingInt(one -> Verdict.WORST_FIRST.indexOf(one.verdict())))
        .map(
            worst ->
                new Marker(
                    VerdictText.of(worst.verdict()),
                    target + "/" + worst.info().id(),
                    results.size() == 1 ? "" : "of " + results.size()));
  }
}
