package dev.etrn.suites.tck;

import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.run.StepwiseRun;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.Expectations;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.waivers.Waivers;
import dev.etrn.suites.wire.SinkUnavailableException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestReporter;
import org.opentest4j.AssertionFailedError;

/** Plays cases as dynamic tests; the server runs from the first of them to the last. */
final class ConformanceTests {

  private final StepwiseRun run;
  private final Waivers waivers;
  private final LocalDate today;
  private final TestReporter reporter;

  private ConformanceTests(
      StepwiseRun run, Waivers waivers, LocalDate today, TestReporter reporter) {
    this.run = run;
    this.waivers = waivers;
    this.today = today;
    this.reporter = reporter;
  }

  /** Closing the stream, as JUnit does after the last test, ends the server. */
  static Stream<DynamicTest> of(EtrnConformance suite, List<Case> cases, TestReporter reporter)
      throws HarnessConfigurationException, TargetUnavailableException, SinkUnavailableException {
    if (cases.isEmpty()) {
      throw new IllegalArgumentException("selection() names no case: see etrn cases for their ids");
    }
    Waivers waivers = suite.waivers();
    // Tokens must differ from those of mail that an earlier run may have left in the queue.
    long seed = ThreadLocalRandom.current().nextLong();
    var plan = new RunPlan(new ServerTarget(suite.server()), cases, suite.profile(), seed);
    StepwiseRun run = StepwiseRun.open(plan);
    LocalDate today = LocalDate.now(Clock.system(ZoneId.systemDefault()));
    var tests = new ConformanceTests(run, waivers, today, reporter);
    return Stream.concat(cases.stream().map(tests::test), tests.ofWaivers()).onClose(run::close);
  }

  private DynamicTest test(Case one) {
    return DynamicTest.dynamicTest(
        one.info().title() + " [" + one.info().id() + "]",
        () -> {
          CaseResult result = run.play(one);
          VerdictReporter.report(result, expectations(List.of(result)).of(result), reporter);
        });
  }

  private Stream<DynamicTest> ofWaivers() {
    return waivers.all().isEmpty()
        ? Stream.empty()
        : Stream.of(
            DynamicTest.dynamicTest("Every waiver still describes the server", this::checkWaivers));
  }

  private void checkWaivers() {
    List<Expectations.Stale> stale = expectations(run.result().cases()).stale();
    if (!stale.isEmpty()) {
      throw new AssertionFailedError(
          stale.stream()
              .map(one -> "the waiver for " + one.waiver().caseId() + " is stale: " + one.why())
              .collect(Collectors.joining("; ")));
    }
  }

  private Expectations expectations(List<CaseResult> results) {
    var catalogue = Cases.all().stream().map(one -> one.info().id()).collect(Collectors.toSet());
    return Expectations.of(waivers, results, catalogue, today);
  }
}
