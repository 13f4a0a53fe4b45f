package dev.etrn.reports.cli.option;

import dev.etrn.reports.cli.exit.NoCaseMatchedException;
import dev.etrn.reports.run.Report;
import dev.etrn.suites.Cases;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.Expectation;
import dev.etrn.suites.run.result.Expectations;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.waivers.Waivers;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The known deviations of a target, read from files before a run.
 *
 * @param waivers the waivers of the target
 * @param baseline an earlier run
 */
public record KnownDeviations(Waivers waivers, Optional<RunResult> baseline) {

  public static KnownDeviations of(
      ExpectationOptions options, SelectionOptions selection, Profile profile)
      throws HarnessConfigurationException, NoCaseMatchedException {
    Optional<RunResult> baseline = options.baseline(profile);
    return new KnownDeviations(
        options.waivers(),
        baseline.isPresent() ? Optional.of(selection.select(baseline.get())) : Optional.empty());
  }

  /** Returns the deviations of a target that has its own waivers and no baseline. */
  public static KnownDeviations of(Waivers waivers) {
    return new KnownDeviations(waivers, Optional.empty());
  }

  /** Returns these deviations with other waivers. */
  public KnownDeviations with(Waivers otherWaivers) {
    return new KnownDeviations(otherWaivers, baseline);
  }

  /** Returns true if a waiver covers the outcome of this case. */
  public boolean isWaived(CaseResult result, LocalDate today) {
    return Expectations.of(waivers, List.of(result), Set.of(result.info().id()), today)
        .of(result)
        .filter(Expectation::isFail)
        .isPresent();
  }

  /** Returns the report with these waivers and this baseline. */
  public Report applyTo(Report report, LocalDate today) {
    Set<String> catalogue =
        Cases.ofBothSides().stream()
            .map(testCase -> testCase.info().id())
            .collect(Collectors.toSet());
    Report waived = report.with(Expectations.of(waivers, report.run().cases(), catalogue, today));
    return baseline.map(waived::withBaseline).orElse(waived);
  }
}
