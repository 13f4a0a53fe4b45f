package dev.etrn.reports.cli;

import dev.etrn.load.dsl.Injector;
import dev.etrn.load.run.LoadFailed;
import dev.etrn.load.run.LoadProgress;
import dev.etrn.load.run.LoadResult;
import dev.etrn.load.run.LoadRun;
import dev.etrn.load.run.LoadSetup;
import dev.etrn.load.run.ReferenceTarget;
import dev.etrn.load.scenario.LoadOptions;
import dev.etrn.load.scenario.Scenario;
import dev.etrn.load.verdict.Threshold;
import dev.etrn.load.verdict.WrongThreshold;
import dev.etrn.reports.ToolInfo;
import dev.etrn.reports.load.LoadConsole;
import dev.etrn.reports.load.LoadDirectory;
import dev.etrn.reports.load.LoadJson;
import dev.etrn.reports.load.ScenariosJson;
import dev.etrn.suites.target.ConfigurationError;
import dev.etrn.suites.target.EmbeddedTarget;
import dev.etrn.suites.target.Target;
import dev.etrn.suites.target.TargetUnavailable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
      "  etrn load monopoly --target mta:postfix",
      "  etrn load burst --target 127.0.0.1:2525 --config etrn.yaml"
    })
final class LoadCommand implements Callable<Integer> {

  private static final int NO_LIMIT = 0;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCENARIO",
      description = "See --list.",
      completionCandidates = Scenarios.class)
  private @Nullable String scenario;

  @Option(names = "--list", description = "Lists the scenarios.")
  private boolean list;

  @Mixin private TargetOptions target = new TargetOptions();
  @Mixin private LoadPaceOptions pace = new LoadPaceOptions();

  @Option(
      names = "--threshold",
      paramLabel = "EXPR",
      description =
          "What must hold, such as p99<5ms, rate>1000, errors<0.1%%, lost=0 or fairness>0.9;"
              + " repeatable. A missed one gives exit code 4.")
  private List<String> thresholds = new ArrayList<>();

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
    try {
      LoadResult result = new LoadRun(setup, progress()).run();
      directory.write(result, ToolInfo.current());
      var console = new LoadConsole(printer());
      if (json) {
        printer().print(LoadJson.write(result, ToolInfo.current()));
        printer().flush();
      } else if (quiet) {
        console.counts(result, out.toString());
      } else {
        console.print(result, out.toString());
      }
      return ExitCode.of(result).number();
    } catch (LoadFailed e) {
      throw new TargetUnavailable(String.valueOf(e.getMessage()), e);
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

  private LoadSetup setup() throws ConfigurationError, TargetUnavailable {
    String name = scenario == null ? "" : scenario;
    Scenario chosen =
        Scenario.named(name)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "no scenario '" + name + "'; expected one of " + names()));
    if (target.hasMaxRate()) {
      throw new ParameterException(
          spec.commandLine(), "--max-rate is for verify; --rate says how fast load begins");
    }
    List<Threshold> wanted = thresholds();
    Target resolved = resolve();
    OutDirectory.use(out, () -> LoadDirectory.prepare(out));
    return new LoadSetup(resolved, chosen, options(resolved), wanted, Injector.class, out);
  }

  private Target resolve() throws ConfigurationError, TargetUnavailable {
    Target resolved = target.resolve();
    if (etrnsPerSession < 0) {
      throw new ParameterException(spec.commandLine(), "--etrns-per-session takes 0 or more");
    }
    OptionalInt limit =
        etrnsPerSession == NO_LIMIT ? OptionalInt.empty() : OptionalInt.of(etrnsPerSession);
    return resolved instanceof EmbeddedTarget ? new ReferenceTarget(limit) : resolved;
  }

  private LoadOptions options(Target resolved) throws ConfigurationError {
    String permitted =
        resolved
            .profile()
            .nodes()
            .permitted()
            .orElseThrow(
                () ->
                    new ConfigurationError(
                        "load needs a node that may be asked for: add nodes.permitted to the"
                            + " etrn.yaml given with --config"));
    return pace.options(permitted, resolved.profile().etrnsPerSession());
  }

  private List<Threshold> thresholds() {
    var parsed = new ArrayList<Threshold>();
    for (String text : thresholds) {
      try {
        parsed.add(Threshold.parse(text));
      } catch (WrongThreshold e) {
        throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
      }
    }
    return parsed;
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

  private static String names() {
    return Arrays.stream(Scenario.values()).map(Scenario::title).collect(Collectors.joining(", "));
  }
}
