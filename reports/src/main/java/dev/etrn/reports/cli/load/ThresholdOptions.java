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

/** The thresholds of a load run, from the command line and the configuration of the target. */
final class ThresholdOptions {

  @Option(
      names = "--threshold",
      paramLabel = "EXPR",
      description =
          "A condition on the results, such as p99<5ms, rate>1000, errors<0.1%%, lost=0 or"
              + " fairness>0.9; repeatable. It replaces the thresholds on the same metric in"
              + " load.thresholds of etrn.yaml. A missed threshold gives exit code 4.")
  private List<String> thresholds = new ArrayList<>();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /** Returns the thresholds of the command line. */
  List<Threshold> fromCommandLine() {
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
   * Returns the thresholds of the command line, and those of the target's configuration on other
   * metrics.
   *
   * @throws HarnessConfigurationException if a threshold of the configuration cannot be parsed
   */
  static List<Threshold> merged(Target target, List<Threshold> fromCommandLine)
      throws HarnessConfigurationException {
    Set<Metric> metrics =
        fromCommandLine.stream().map(Threshold::metric).collect(Collectors.toSet());
    var merged = new ArrayList<>(fromCommandLine);
    for (String text : target.load().thresholds()) {
      try {
        Threshold threshold = Threshold.parse(text);
        if (!metrics.contains(threshold.metric())) {
          merged.add(threshold);
        }
      } catch (InvalidThresholdException e) {
        throw new HarnessConfigurationException(
            "load.thresholds of the configuration: " + e.getMessage());
      }
    }
    return merged;
  }
}
