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
 * @param injector the class with {@code main} that makes the load; its one argument is its
 *     directory
 * @param out where results go; exists
 */
public record LoadSetup(
    Target target,
    Play play,
    LoadOptions options,
    List<Threshold> thresholds,
    double samplePercent,
    Class<?> injector,
    Path out) {

  public LoadSetup {
    thresholds = List.copyOf(thresholds);
  }
}
