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
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.opentest4j.AssertionFailedError;

/** The run of a conformance class: its server, its cases one after the other, its waivers. */
final class ConformanceRun implements AutoCloseable {

  private final StepwiseRun run;
  private final Waivers waivers;
  private final LocalDate today;
  private final EngineExecutionListener listener;

  private ConformanceRun(
      StepwiseRun run, Waivers waivers, LocalDate today, EngineExecutionListener listener) {
    this.run = run;
    this.waivers = waivers;
    this.today = today;
    this.listener = listener;
  }

  /** Starts the sink and the server. */
  static ConformanceRun open(
      EtrnConformance suite, List<ConformanceDescriptor> tests, EngineExecutionListener listener)
      throws HarnessConfigurationException, TargetUnavailableException, SinkUnavailableException {
    List<Case> cases = tests.stream().flatMap(test -> test.played().stream()).toList();
    // An earlier run may have left mail in the queue, and the tokens must differ from its tokens.
    long seed = ThreadLocalRandom.current().nextLong();
    var plan = new RunPlan(new ServerTarget(suite.server()), cases, suite.profile(), seed);
    LocalDate today = LocalDate.now(Clock.system(ZoneId.systemDefault()));
    return new ConformanceRun(StepwiseRun.open(plan), suite.waivers(), today, listener);
  }

  void play(Case testCase, TestDescriptor test) throws InterruptedException {
    CaseResult result = run.play(testCase);
    new VerdictReporter(test, listener).report(result, expectations(List.of(result)).of(result));
  }

  /**
   * Checks that every waiver still describes the server.
   *
   * @throws AssertionFailedError when a waiver is stale
   */
  void checkWaivers() {
    List<Expectations.Stale> stale = expectations(run.result().cases()).stale();
    if (!stale.isEmpty()) {
      throw new AssertionFailedError(
          stale.stream()
              .map(
                  waiver ->
                      "the waiver for " + waiver.waiver().caseId() + " is stale: " + waiver.why())
              .collect(Collectors.joining("; ")));
    }
  }

  private Expectations expectations(List<CaseResult> results) {
    var catalogue =
        Cases.all().stream().map(testCase -> testCase.info().id()).collect(Collectors.toSet());
    return Expectations.of(waivers, results, catalogue, today);
  }

  /** Ends the server and the sink. */
  @Override
  public void close() {
    run.close();
  }
}
