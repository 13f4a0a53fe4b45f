package dev.etrn.load.run;

import dev.etrn.load.scenario.LoadOptions;
import dev.etrn.load.scenario.Play;
import dev.etrn.load.verdict.Threshold;
import dev.etrn.suites.target.Target;
import java.nio.file.Path;
import java.util.List;

/**
 * What is to be run.
 *
 * @param samplePercent how many of the sessions are judged; 0 for none
 * @param injectors who makes the load
 * @param out where results go; exists
 */
public record LoadSetup(
    Target target,
    Play play,
    LoadOptions options,
    List<Threshold> thresholds,
    double samplePercent,
    Injectors injectors,
    Path out) {

  public LoadSetup {
    thresholds = List.copyOf(thresholds);
  }
}
