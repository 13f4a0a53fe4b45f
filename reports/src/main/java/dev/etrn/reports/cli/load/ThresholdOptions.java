package dev.etrn.reports.cli.load;

import dev.etrn.load.verdict.InvalidThresholdException;
import dev.etrn.load.verdict.Metric;
import dev.etrn.load.verdict.Threshold;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.targets.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What must hold of a load run: what the command line says, and the configuration of the target.
 */
final class ThresholdOptions {

  @Option(
      names = "--threshold",
      paramLabel = "EXPR",
      description =
          "What must hold, such as p99<5ms, rate>1000, errors<0.1%%, lost=0 or fairness>0.9;"
              + " repeatable. Takes the place of those on the same metric in load.thresholds of"
              + " etrn.yaml. A missed one gives exit code 4.")
  private List<String> thresholds = new ArrayList<>();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /** Those of the command line. */
  List<Threshold> given() {
    var parsed = new ArrayList<Threshold>();
    for (String text : thresholds) {
      try {
        parsed.add(Threshold.parse(text));
      } catch (InvalidThresholdException e) {
        throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
      }
    }
    return parsed;
  }

  /**
   * {@code given}, and of those in the target's configuration the ones on other metrics.
   *
   * @throws HarnessConfigurationException when the configuration has one that cannot be read
   */
  static List<Threshold> demanded(Target target, List<Threshold> given)
      throws HarnessConfigurationException {
    Set<Metric> decided = given.stream().map(Threshold::metric).collect(Collectors.toSet());
    var all = new ArrayList<>(given);
    for (String text : target.loadThresholds()) {
      try {
        Threshold one = Threshold.parse(text);
        if (!decided.contains(one.metric())) {
          all.add(one);
        }
      } catch (InvalidThresholdException e) {
        throw new HarnessConfigurationException(
            "in load.thresholds of the configuration " + e.getMessage());
      }
    }
    return all;
  }
}
