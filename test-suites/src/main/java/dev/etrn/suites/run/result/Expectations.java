package dev.etrn.suites.run.result;

import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.waivers.Waiver;
import dev.etrn.suites.waivers.Waivers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The expectations of waivers for the results of a run.
 *
 * <p>A waiver counts only if its case was played and did not end with INCONCLUSIVE or ERROR, which
 * say nothing about the deviation. Then the deviation shows as the waiver says (xfail), the case
 * passes (xpass), or the waiver is stale.
 *
 * @param waivers the waivers as they were given
 * @param byCase the expectations by case id
 * @param stale the waivers that no longer describe the target, in the order of their file
 */
public record Expectations(Waivers waivers, Map<String, Expectation> byCase, List<Stale> stale) {

  /**
   * A waiver that covers no result.
   *
   * @param why the reason in one phrase, such as {@code it expired on 2030-12-31}
   */
  public record Stale(Waiver waiver, String why) {}

  public Expectations {
    byCase = Map.copyOf(byCase);
    stale = List.copyOf(stale);
  }

  public static Expectations none() {
    return new Expectations(Waivers.none(), Map.of(), List.of());
  }

  /**
   * Compares the results of a run with waivers.
   *
   * @param catalogue the ids of all existing cases, played or not
   * @param today the date that decides whether waivers have expired
   */
  public static Expectations of(
      Waivers waivers, List<CaseResult> results, Set<String> catalogue, LocalDate today) {
    var byCase = new LinkedHashMap<String, Expectation>();
    var stale = new ArrayList<Stale>();
    for (Waiver waiver : waivers.all()) {
      Optional<String> unusable = whyUnusable(waiver, catalogue, today);
      Optional<CaseResult> result =
          results.stream().filter(r -> r.info().id().equals(waiver.caseId())).findFirst();
      if (unusable.isPresent()) {
        stale.add(new Stale(waiver, unusable.get()));
      } else if (result.isPresent()) {
        Optional<Expectation.Kind> kind = kind(waiver, result.get());
        kind.ifPresent(k -> byCase.put(waiver.caseId(), new Expectation(k, waiver)));
        if (kind.isEmpty() && isTelling(result.get().verdict())) {
          stale.add(new Stale(waiver, whyStale(waiver, result.get())));
        }
      }
    }
    return new Expectations(waivers, byCase, stale);
  }

  /** Returns the expectation for this case, if a waiver covers it. */
  public Optional<Expectation> of(CaseResult result) {
    return Optional.ofNullable(byCase.get(result.info().id()));
  }

  private static Optional<String> whyUnusable(
      Waiver waiver, Set<String> catalogue, LocalDate today) {
    if (!catalogue.contains(waiver.caseId())) {
      return Optional.of("there is no case of this id");
    }
    return today.isAfter(waiver.expires())
        ? Optional.of("it expired on " + waiver.expires())
        : Optional.empty();
  }

  private static Optional<Expectation.Kind> kind(Waiver waiver, CaseResult result) {
    if (waiver.evidence().fits(result.verdict(), result.observed())) {
      return Optional.of(Expectation.Kind.XFAIL);
    }
    return result.verdict() == Verdict.PASS
        ? Optional.of(Expectation.Kind.XPASS)
        : Optional.empty();
  }

  private static boolean isTelling(Verdict verdict) {
    return verdict != Verdict.INCONCLUSIVE && verdict != Verdict.ERROR;
  }

  private static String whyStale(Waiver waiver, CaseResult result) {
    return "it expects " + waiver.evidence() + ", and this is another " + result.verdict();
  }
}
