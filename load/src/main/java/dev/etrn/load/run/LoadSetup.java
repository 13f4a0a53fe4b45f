package dev.etrn.load.run;

import dev.etrn.load.coordination.InjectorPlacement;
import dev.etrn.load.scenario.LoadDefinition;
import dev.etrn.load.scenario.LoadOptions;
import dev.etrn.load.verdict.Threshold;
import dev.etrn.suites.targets.Target;
import java.nio.file.Path;
import java.util.List;

/**
 * The setup of a run.
 *
 * @param samplePercent the share of sessions that are judged, in per cent; 0 for none
 * @param injectors the placement of the injectors
 * @param out the directory for the results, which exists
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
