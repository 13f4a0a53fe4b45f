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
 * What was known of a target before a run, read from the files that the user named.
 *
 * @param waivers its deviations
 * @param baseline an earlier run
 */
public record KnownDeviations(Waivers waivers, Optional<RunResult> baseline) {

  public static KnownDeviations of(
      ExpectationOptions options, SelectionOptions selection, Profile profile)
      throws HarnessConfigurationException, NoCaseMatchedException {
    Optional<RunResult> baseline = options.baseline(profile);
    return new KnownDeviations(
        options.waivers(),
        baseline.isPresent() ? Optional.of(selection.of(baseline.get())) : Optional.empty());
  }

  /** What is known of a target that brings its own waivers, and of which nothing else is said. */
  public static KnownDeviations of(Waivers own) {
    return new KnownDeviations(own, Optional.empty());
  }

  /** The same with other waivers. */
  public KnownDeviations with(Waivers others) {
    return new KnownDeviations(others, baseline);
  }

  /** Whether a waiver covers how this case ended. */
  public boolean isWaived(CaseResult result, LocalDate today) {
    return Expectations.of(waivers, List.of(result), Set.of(result.info().id()), today)
        .of(result)
        .filter(Expectation::isFail)
        .isPresent();
  }

  /** The report with what this makes of its results. */
  public Report of(Report report, LocalDate today) {
    Set<String> catalogue =
        Cases.ofBothSides().stream().map(one -> one.info().id()).collect(Collectors.toSet());
    Report waived = report.with(Expectations.of(waivers, report.run().cases(), catalogue, today));
    return baseline.map(waived::besides).orElse(waived);
  }
}
