package dev.etrn.suites.tck;

import dev.etrn.suites.cases.Case;
import java.util.Optional;
import org.junit.platform.engine.UniqueId;

/** A case of the catalogue as a test. */
final class CaseDescriptor extends ConformanceDescriptor {

  private final Case played;

  CaseDescriptor(UniqueId suite, Case played) {
    super(
        suite.append("case", played.info().id()),
        played.info().id() + ": " + played.info().title());
    this.played = played;
  }

  @Override
  Optional<Case> played() {
    return Optional.of(played);
  }

  @Override
  void play(ConformanceRun run) throws InterruptedException {
    run.play(played, this);
  }
}
