package dev.etrn.reports.cli;

import dev.etrn.reports.Report;
import dev.etrn.suites.Cases;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.run.CaseResult;
import dev.etrn.suites.run.Expectation;
import dev.etrn.suites.run.Expectations;
import dev.etrn.suites.run.RunResult;
import dev.etrn.suites.target.ConfigurationError;
import dev.etrn.suites.target.Waivers;
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
record Known(Waivers waivers, Optional<RunResult> baseline) {

  static Known of(ExpectationOptions options, SelectionOptions selection, Profile profile)
      throws ConfigurationError, NoCaseMatched {
    Optional<RunResult> baseline = options.baseline(profile);
    return new Known(
        options.waivers(),
        baseline.isPresent() ? Optional.of(selection.of(baseline.get())) : Optional.empty());
  }

  /** What is known of a target that brings its own waivers, and of which nothing else is said. */
  static Known of(Waivers own) {
    return new Known(own, Optional.empty());
  }

  /** The same with other waivers. */
  Known with(Waivers others) {
    return new Known(others, baseline);
  }

  /** Whether a waiver covers how this case ended. */
  boolean isWaived(CaseResult result, LocalDate today) {
    return Expectations.of(waivers, List.of(result), Set.of(result.info().id()), today)
        .of(result)
        .filter(Expectation::isFail)
        .isPresent();
  }

  /** The report with what this makes of its results. */
  Report of(Report report, LocalDate today) {
    Set<String> catalogue =
        Cases.ofBothSides().stream().map(one -> one.info().id()).collect(Collectors.toSet());
    Report waived = report.with(Expectations.of(waivers, report.run().cases(), catalogue, today));
    return baseline.map(waived::besides).orElse(waived);
  }
}
