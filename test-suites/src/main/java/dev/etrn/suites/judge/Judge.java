package dev.etrn.suites.judge;

import dev.etrn.suites.transcript.Transcript;
import java.util.List;

/**
 * A judge of transcripts.
 *
 * <p>It is a pure function without sockets, clocks and threads: the same transcript gives the same
 * findings.
 */
@FunctionalInterface
public interface Judge {

  /** Returns at least one finding. */
  List<Finding> judge(Transcript transcript);
}
