package dev.etrn.suites.tck;

import dev.etrn.suites.cases.Case;
import java.util.Optional;
import org.junit.platform.engine.UniqueId;

/** The last test of a class with waivers, which fails if one of them is stale. */
final class WaiversDescriptor extends ConformanceDescriptor {

  WaiversDescriptor(UniqueId suite) {
    super(suite.append("waivers", "stale"), "Every waiver still describes the server");
  }

  @Override
  Optional<Case> played() {
    return Optional.empty();
  }

  @Override
  void play(ConformanceRun run) {
    run.checkWaivers();
  }
}
