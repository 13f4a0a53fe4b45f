package dev.etrn.reports.cli.load;

import dev.etrn.load.coordination.InjectorPlacement;
import dev.etrn.load.coordination.LoadProgress;
import dev.etrn.load.reference.ReferenceTarget;
import dev.etrn.load.run.LoadFailedException;
import dev.etrn.load.run.LoadResult;
import dev.etrn.load.run.LoadRun;
import dev.etrn.load.run.LoadSetup;
import dev.etrn.load.scenario.LoadDefinition;
import dev.etrn.load.scenario.LoadOptions;
import dev.etrn.load.scenario.Scenario;
import dev.etrn.load.verdict.Threshold;
import dev.etrn.reports.ToolInfo;
import dev.etrn.reports.cli.exit.ExitCode;
import dev.etrn.reports.cli.exit.ExitText;
import dev.etrn.reports.cli.option.TargetOptions;
import dev.etrn.reports.cli.terminal.Interruption;
import dev.etrn.reports.cli.terminal.OutputDirectory;
import dev.etrn.reports.directory.LoadDirectory;
import dev.etrn.reports.load.LoadConsole;
import dev.etrn.reports.load.LoadJson;
import dev.etrn.reports.load.ScenariosJson;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.reference.EmbeddedTarget;
import dev.etrn.suites.targets.Target;
import dev.etrn.suites.targets.TargetUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code etrn load} command. */
@Command(
    name = "load",
    description = "Sends concurrent ETRN commands to a target, and measures its replies.",
    exitCodeListHeading = ExitText.HEADING,
    exitCodeList = {
      ExitText.AS_EXPECTED,
      ExitText.FAILED,
      ExitText.INCONCLUSIVE,
      ExitText.THRESHOLD_MISSED,
      ExitText.WRONG_USAGE,
      ExitText.TARGET_UNREACHABLE,
      ExitText.INTERNAL_ERROR
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  etrn load --list",
      "  etrn load burst --users 500",
      "  etrn load trigger --nodes 10 --messages 100 --threshold 'last<10s'",
      "  etrn load soak --rate 200 --duration 60s --threshold 'errors<0.1%%'",
      "  etrn load soak --injectors 3 --rate 3000",
      "  etrn load monopoly --target mta:postfix",
      "  etrn load burst --target 127.0.0.1:2525 --config etrn.yaml",
      "  etrn load --simulation com.example.Mine --classpath target/test-classes"
    })
public final class LoadCommand implements Callable<Integer> {

  private static final int NO_LIMIT = 0;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCENARIO",
      description = "The scenario to run; --list prints all of them.",
      completionCandidates = ScenarioNames.class)
  private @Nullable String scenario;

  @Option(names = "--list", description = "Lists the scenarios.")
  private boolean list;

  @Mixin private TargetOptions target = new TargetOptions();
  @Mixin private PlayOptions play = new PlayOptions();
  @Mixin private LoadPaceOptions pace = new LoadPaceOptions();
  @Mixin private InjectorOptions injectors = new InjectorOptions();
  @Mixin private ThresholdOptions thresholds = new ThresholdOptions();

  @Option(
      names = "--sample",
      paramLabel = "PERCENT",
      description =
          "Percentage of the sessions to judge as etrn verify does; the first ten of each kind are"
              + " always judged (default: ${DEFAULT-VALUE}; 0 judges none). A FAIL gives exit code"
              + " 1.")
  private double sample = 1;

  @Option(
      names = "--etrns-per-session",
      paramLabel = "N",
      description =
          "ALLOW_ETRNS_PER_SESSION of the embedded reference server (default: 10; 0 for no limit).")
  private int etrnsPerSession = 10;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the report goes (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("etrn-out");

  @Option(
      names = "--json",
      description = "Print only JSON: the content of load.json, or with --list the scenarios.")
  private boolean json;

  @Option(names = "--quiet", description = "Print only the verdict.")
  private boolean quiet;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (list) {
      list();
      return ExitCode.AS_EXPECTED.number();
    }
    LoadSetup setup = setup();
    var directory = new LoadDirectory(out);
    var run = new LoadRun(setup, progress());
    try (var interruption = Interruption.keeping(() -> keep(run, directory))) {
      Optional<LoadResult> result = interruption.unlessInterrupted(run::run);
      if (result.isEmpty()) {
        return ExitCode.INTERRUPTED.number();
      }
      directory.write(result.get(), ToolInfo.current());
      print(result.get());
      return ExitCode.of(result.get()).number();
    } catch (LoadFailedException e) {
      if (setup.play().isSimulation()) {
        throw new HarnessConfigurationException(String.valueOf(e.getMessage()));
      }
      throw new TargetUnavailableException(String.valueOf(e.getMessage()), e);
    }
  }

  private void print(LoadResult result) {
    var console = new LoadConsole(printer());
    if (json) {
      printer().print(LoadJson.write(result, ToolInfo.current()));
      printer().flush();
    } else if (quiet) {
      console.counts(result, out.toString());
    } else {
      console.print(result, out.toString());
    }
  }

  /** Writes the measurements of an interrupted run. */
  private void keep(LoadRun run, LoadDirectory directory) {
    try {
      Optional<LoadResult> result = run.cut();
      if (result.isPresent()) {
        directory.write(result.get(), ToolInfo.current());
        new LoadConsole(printer()).counts(result.get(), out.toString());
      } else {
        spec.commandLine()
            .getErr()
            .println("etrn: interrupted before anything was measured, so there is no report");
      }
    } catch (LoadFailedException | IOException e) {
      spec.commandLine()
          .getErr()
          .println("etrn: the measurements could not be saved: " + e.getMessage());
    }
  }

  private void list() {
    if (json) {
      printer().print(ScenariosJson.write());
    } else {
      for (Scenario availableScenario : Scenario.values()) {
        printer().printf("%-12s %s%n", availableScenario.title(), availableScenario.sentence());
      }
    }
    printer().flush();
  }

  private LoadSetup setup() throws HarnessConfigurationException, TargetUnavailableException {
    Function<LoadOptions, LoadDefinition> definitions =
        play.definitions(scenario == null ? "" : scenario);
    if (target.hasMaxRate()) {
      throw new ParameterException(
          spec.commandLine(), "--max-rate is an option of verify; for load, set --rate");
    }
    if (!(sample >= 0 && sample <= 100)) {
      throw new ParameterException(spec.commandLine(), "--sample takes a number from 0 to 100");
    }
    List<Threshold> fromCommandLine = thresholds.fromCommandLine();
    InjectorPlacement placement = injectors.placement();
    Target resolvedTarget = resolve();
    List<Threshold> allThresholds = ThresholdOptions.merged(resolvedTarget, fromCommandLine);
    OutputDirectory.use(out, () -> LoadDirectory.prepare(out));
    LoadOptions options = options(resolvedTarget);
    LoadDefinition definition = definitions.apply(options);
    if (definition.isSimulation() && placement.count() > 1) {
      throw new ParameterException(
          spec.commandLine(), "a simulation of your own cannot be divided: leave out --injectors");
    }
    return new LoadSetup(
        resolvedTarget, definition, options, allThresholds, sample, placement, out);
  }

  private Target resolve() throws HarnessConfigurationException, TargetUnavailableException {
    Target resolvedTarget = target.resolve();
    if (etrnsPerSession < 0) {
      throw new ParameterException(spec.commandLine(), "--etrns-per-session takes 0 or more");
    }
    OptionalInt limit =
        etrnsPerSession == NO_LIMIT ? OptionalInt.empty() : OptionalInt.of(etrnsPerSession);
    return resolvedTarget instanceof EmbeddedTarget ? new ReferenceTarget(limit) : resolvedTarget;
  }

  private LoadOptions options(Target resolvedTarget) throws HarnessConfigurationException {
    String permitted =
        resolvedTarget
            .profile()
            .nodes()
            .permitted()
            .orElseThrow(
                () ->
                    new HarnessConfigurationException(
                        "load needs a node that this client may release: add nodes.permitted to the"
                            + " etrn.yaml given with --config"));
    return pace.options(permitted, resolvedTarget.profile().etrnsPerSession());
  }

  private LoadProgress progress() {
    PrintWriter writer = printer();
    return new LoadProgress() {
      @Override
      public void begins(String title) {
        tell(title);
      }

      @Override
      public void goesOn(String line) {
        tell("  " + line);
      }

      private void tell(String line) {
        if (!quiet && !json) {
          writer.println(line);
          writer.flush();
        }
      }
    };
  }

  private PrintWriter printer() {
    return spec.commandLine().getOut();
  }
}
