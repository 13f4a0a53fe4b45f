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
 * What waivers make of the results of a run.
 *
 * <p>A waiver whose case was not played is left alone, and so is one whose case ended INCONCLUSIVE
 * or with ERROR: nothing was learnt of its deviation. Otherwise the deviation shows as the waiver
 * says (xfail), the case passes (xpass), or the waiver is stale.
 *
 * @param waivers as they were given
 * @param byCase xfail or xpass, by case id
 * @param stale waivers that no longer describe the target, in the order of their file
 */
public record Expectations(Waivers waivers, Map<String, Expectation> byCase, List<Stale> stale) {

  /**
   * A waiver that covers nothing.
   *
   * @param why in one phrase, such as {@code it expired on 2030-12-31}
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
   * @param catalogue ids of all cases there are, played or not
   * @param today by which waivers have expired or not
   */
  public static Expectations of(
      Waivers waivers, List<CaseResult> results, Set<String> catalogue, LocalDate today) {
    var byCase = new LinkedHashMap<String, Expectation>();
    var stale = new ArrayList<Stale>();
    for (Waiver waiver : waivers.all()) {
      Optional<String> whatever = whyStaleWhatever(waiver, catalogue, today);
      Optional<CaseResult> result =
          results.stream().filter(r -> r.info().id().equals(waiver.caseId())).findFirst();
      if (whatever.isPresent()) {
        stale.add(new Stale(waiver, whatever.get()));
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

  /** What is expected of this case, when a waiver covers it. */
  public Optional<Expectation> of(CaseResult result) {
    return Optional.ofNullable(byCase.get(result.info().id()));
  }

  private static Optional<String> whyStaleWhatever(
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
