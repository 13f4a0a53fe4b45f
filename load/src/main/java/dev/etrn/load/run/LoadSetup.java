package dev.etrn.load.run;

import dev.etrn.load.coordination.InjectorPlacement;
import dev.etrn.load.scenario.LoadDefinition;
import dev.etrn.load.scenario.LoadOptions;
import dev.etrn.load.verdict.Threshold;
import dev.etrn.suites.targets.Target;
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
    LoadDefinition play,
    LoadOptions options,
    List<Threshold> thresholds,
    double samplePercent,
    InjectorPlacement injectors,
    Path out) {

  public LoadSetup {
    thresholds = List.copyOf(thresholds);
  }
}
