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

/** {@code etrn load}. */
@Command(
    name = "load",
    description = "Drives concurrent ETRN at a target, and measures.",
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
      description = "See --list.",
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
          "How many of the sessions are judged as etrn verify judges, and the first ten of each"
              + " kind in any case (default: ${DEFAULT-VALUE}; 0 for none). A FAIL gives exit code"
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
      description =
          "Print JSON and nothing else: what load.json holds, or with --list the scenarios.")
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
      tell(result.get());
      return ExitCode.of(result.get()).number();
    } catch (LoadFailedException e) {
      if (setup.play().isSimulation()) {
        throw new HarnessConfigurationException(String.valueOf(e.getMessage()));
      }
      throw new TargetUnavailableException(String.valueOf(e.getMessage()), e);
    }
  }

  private void tell(LoadResult result) {
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

  /** Writes what an interrupted run has measured. */
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
          .println("etrn: what was measured could not be kept: " + e.getMessage());
    }
  }

  private void list() {
    if (json) {
      printer().print(ScenariosJson.write());
    } else {
      for (Scenario one : Scenario.values()) {
        printer().printf("%-12s %s%n", one.title(), one.sentence());
      }
    }
    printer().flush();
  }

  private LoadSetup setup() throws HarnessConfigurationException, TargetUnavailableException {
    Function<LoadOptions, LoadDefinition> chosen = play.of(scenario == null ? "" : scenario);
    if (target.hasMaxRate()) {
      throw new ParameterException(
          spec.commandLine(), "--max-rate is for verify; --rate says how fast load begins");
    }
    if (!(sample >= 0 && sample <= 100)) {
      throw new ParameterException(spec.commandLine(), "--sample takes a number from 0 to 100");
    }
    List<Threshold> wanted = thresholds.given();
    InjectorPlacement crew = injectors.chosen();
    Target resolved = resolve();
    List<Threshold> demanded = ThresholdOptions.demanded(resolved, wanted);
    OutputDirectory.use(out, () -> LoadDirectory.prepare(out));
    LoadOptions options = options(resolved);
    LoadDefinition played = chosen.apply(options);
    if (played.isSimulation() && crew.count() > 1) {
      throw new ParameterException(
          spec.commandLine(), "a simulation of your own is played whole: leave out --injectors");
    }
    return new LoadSetup(resolved, played, options, demanded, sample, crew, out);
  }

  private Target resolve() throws HarnessConfigurationException, TargetUnavailableException {
    Target resolved = target.resolve();
    if (etrnsPerSession < 0) {
      throw new ParameterException(spec.commandLine(), "--etrns-per-session takes 0 or more");
    }
    OptionalInt limit =
        etrnsPerSession == NO_LIMIT ? OptionalInt.empty() : OptionalInt.of(etrnsPerSession);
    return resolved instanceof EmbeddedTarget ? new ReferenceTarget(limit) : resolved;
  }

  private LoadOptions options(Target resolved) throws HarnessConfigurationException {
    String permitted =
        resolved
            .profile()
            .nodes()
            .permitted()
            .orElseThrow(
                () ->
                    new HarnessConfigurationException(
                        "load needs a node that may be asked for: add nodes.permitted to the"
                            + " etrn.yaml given with --config"));
    return pace.options(permitted, resolved.profile().etrnsPerSession());
  }

  private LoadProgress progress() {
    PrintWriter to = printer();
    return new LoadProgress() {
      @Override
      public void begins(String what) {
        tell(what);
      }

      @Override
      public void goesOn(String line) {
        tell("  " + line);
      }

      private void tell(String line) {
        if (!quiet && !json) {
          to.println(line);
          to.flush();
        }
      }
    };
  }

  private PrintWriter printer() {
    return spec.commandLine().getOut();
  }
}
