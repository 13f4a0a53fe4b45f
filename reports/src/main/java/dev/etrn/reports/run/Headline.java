package dev.etrn.reports.run;

import dev.etrn.suites.cases.effect.ReleaseCases;
import dev.etrn.suites.inquiry.role.RoleFindings;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.judge.mail.ReleaseLatency;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.transcript.Facts;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The headline of a run: one sentence that says whether ETRN works, and how many deviations count.
 */
public final class Headline {

  private static final String CLIENT_CASES = "etrn.client.";
  private static final String ACCEPTED = "ETRN is accepted for ";

  /** The text that {@link #of} adds to a synopsis. */
  private static final Pattern COUNT = Pattern.compile("; (?:no|\\d+) deviations?(?: so far)?$");

  private Headline() {}

  /** Returns the headline of a run that was recorded or has just ended. */
  public static String of(Report report) {
    RunResult run = report.run();
    long count = run.cases().stream().filter(result -> isDeviation(report, result)).count();
    return synopsis(run).orElse(run.target().name())
        + "; "
        + (count == 0 ? "no" : count)
        + (count == 1 ? " deviation" : " deviations")
        + (run.complete() ? "" : " so far");
  }

  /** Returns the synopsis in a recorded headline. */
  public static String synopsisOf(String headline) {
    return COUNT.matcher(headline).replaceFirst("");
  }

  /** Returns true for a FAIL or WARN that no waiver covers. */
  private static boolean isDeviation(Report report, CaseResult result) {
    return (result.verdict() == Verdict.FAIL || result.verdict() == Verdict.WARN)
        && report.expectation(result).isEmpty();
  }

  /** Returns the synopsis; a case that saw a delivery knows more than a first look without one. */
  private static Optional<String> synopsis(RunResult run) {
    boolean isOpen = run.synopsis().filter(text -> !text.startsWith(ACCEPTED)).isEmpty();
    Optional<String> released = isOpen ? released(run) : Optional.empty();
    return released.or(run::synopsis).or(() -> notOffered(run));
  }

  private static Optional<String> released(RunResult run) {
    return run.cases().stream().flatMap(result -> released(result).stream()).findFirst();
  }

  private static Optional<String> released(CaseResult result) {
    Optional<String> node = result.transcript().fact(Facts.PERMITTED_NODE);
    Optional<ReleaseLatency> latency = ReleaseCases.latency(result.transcript());
    return node.isPresent() && latency.isPresent()
        ? Optional.of(
            RoleFindings.released(node.get(), Duration.ofNanos(latency.get().lastNanos())))
        : Optional.empty();
  }

  private static Optional<String> notOffered(RunResult run) {
    boolean isOfServer =
        run.cases().stream().noneMatch(result -> result.info().id().startsWith(CLIENT_CASES));
    boolean isOffered =
        run.target().ehlo().stream().anyMatch(line -> line.strip().equalsIgnoreCase("ETRN"));
    return isOfServer && !run.target().ehlo().isEmpty() && !isOffered
        ? Optional.of("ETRN is not offered")
        : Optional.empty();
  }
}
