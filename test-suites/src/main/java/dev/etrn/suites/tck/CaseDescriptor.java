package dev.etrn.suites.tck;

import dev.etrn.suites.cases.Case;
import java.util.Optional;
import org.junit.platform.engine.UniqueId;

/** The test that plays a case of the catalogue. */
final class CaseDescriptor extends ConformanceDescriptor {

  private final Case testCase;

  CaseDescriptor(UniqueId suite, Case testCase) {
    super(
        suite.append("case", testCase.info().id()),
        testCase.info().id() + ": " + testCase.info().title());
    this.testCase = testCase;
  }

  @Override
  Optional<Case> played() {
    return Optional.of(testCase);
  }

  @Override
  void play(ConformanceRun run) throws InterruptedException {
    run.play(testCase, this);
  }
}
