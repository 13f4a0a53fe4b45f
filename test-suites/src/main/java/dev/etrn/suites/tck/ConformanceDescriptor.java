package dev.etrn.suites.tck;

import dev.etrn.suites.cases.Case;
import java.util.Optional;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A test of a conformance class. */
abstract class ConformanceDescriptor extends AbstractTestDescriptor {

  ConformanceDescriptor(UniqueId id, String displayName) {
    super(id, displayName);
  }

  @Override
  public final Type getType() {
    return Type.TEST;
  }

  /** Returns the case that this test plays, if it plays one. */
  abstract Optional<Case> played();

  abstract void play(ConformanceRun run) throws Exception;
}
