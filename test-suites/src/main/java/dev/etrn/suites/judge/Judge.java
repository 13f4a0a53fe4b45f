package dev.etrn.suites.judge;

import dev.etrn.suites.transcript.Transcript;
import java.util.List;

/**
 * Reads a transcript and says what it found.
 *
 * <p>A pure function: no sockets, clocks or threads; the same transcript gives the same findings.
 */
@FunctionalInterface
public interface Judge {

  /** At least one finding. */
  List<Finding> judge(Transcript transcript);
}
