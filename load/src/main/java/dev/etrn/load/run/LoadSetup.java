package dev.etrn.load.run;

import dev.etrn.load.scenario.LoadOptions;
import dev.etrn.load.scenario.Scenario;
import dev.etrn.load.verdict.Threshold;
import dev.etrn.suites.target.Target;
import java.nio.file.Path;
import java.util.List;

/**
 * What is to be run.
 *
 * @param injectors who makes the load
 * @param out where results go; exists
 */
public record LoadSetup(
    Target target,
    Scenario scenario,
    LoadOptions options,
    List<Threshold> thresholds,
    Injectors injectors,
    Path out) {

  public LoadSetup {
    thresholds = List.copyOf(thresholds);
  }
}
