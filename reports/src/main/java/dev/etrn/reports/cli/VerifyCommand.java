package dev.etrn.reports.cli;

import dev.etrn.reports.Report;
import dev.etrn.reports.ToolInfo;
import dev.etrn.reports.console.ConsoleProgress;
import dev.etrn.reports.console.ConsoleSummary;
import dev.etrn.reports.console.Palette;
import dev.etrn.reports.directory.RunDirectory;
import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.RunPlan;
import dev.etrn.suites.run.RunResult;
import dev.etrn.suites.run.Runner;
import dev.etrn.suites.run.Selection;
import dev.etrn.suites.target.ConfigurationError;
import dev.etrn.suites.target.HostGuard;
import dev.etrn.suites.target.TargetSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code etrn verify}. */
@Command(
    name = "verify",
    description = "Runs the conformance cases against one target.",
    footer = {
      "",
      "Examples:",
      "  etrn verify                                        the reference server",
      "  etrn verify --target 127.0.0.1:2525 --config etrn.yaml",
      "  etrn verify --target mta:postfix --select 'etrn.effect.*'",
      "  etrn verify --select ETRN-038                      the cases of one requirement"
    })
final class VerifyCommand implements Callable<Integer> {

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      description =
          "embedded, HOST:PORT or mta:NAME (postfix); by default the address in --config, or else"
              + " embedded.")
  private @Nullable String target;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "An etrn.yaml that describes the target.")
  private @Nullable Path config;

  @Option(
      names = "--select",
      paramLabel = "GLOB",
      description = "Only cases whose id, or a requirement of which, matches; repeatable.")
  private List<String> select = new ArrayList<>();

  @Option(names = "--exclude", paramLabel = "GLOB", description = "Not these; repeatable.")
  private List<String> exclude = new ArrayList<>();

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description = "default or strict; strict makes a FAIL of a WARN where the catalogue says so.")
  private Profile profile = Profile.DEFAULT;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the message tokens, to repeat a run octet for octet.")
  private @Nullable Long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the report goes (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("etrn-out");

  @Option(names = "--quiet", description = "Print only the counts.")
  private boolean quiet;

  @Option(
      names = "--no-color",
      description = "Print no colours; NO_COLOR in the environment does the same.")
  private boolean noColor;

  @Option(
      names = "--i-am-allowed",
      paramLabel = "HOST",
      description = "Vouches for a host that is neither loopback nor private; repeatable.")
  private List<String> allowed = new ArrayList<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    List<Case> cases = new Selection(select, exclude).of(Cases.all());
    if (cases.isEmpty()) {
      throw new NoCaseMatched();
    }
    var guard = new HostGuard(new HashSet<>(allowed));
    var named = TargetSpec.resolve(Optional.ofNullable(target), Optional.ofNullable(config), guard);
    long used = seed == null ? RandomGenerator.getDefault().nextLong(1L << 40) : seed;
    var directory = directory();
    var runner = new Runner(new RunPlan(named, cases, profile, used), progress());
    try (var interruption = Interruption.keeping(() -> keep(runner, directory))) {
      RunResult result = runner.run();
      interruption.over();
      Report report = report(result);
      directory.write(report);
      print(report);
      return ExitCode.of(result).number();
    }
  }

  private RunDirectory directory() throws ConfigurationError {
    var directory = new RunDirectory(out);
    try {
      directory.prepare();
      return directory;
    } catch (IOException e) {
      throw new ConfigurationError(
          "cannot write to "
              + out
              + " ("
              + e.getMessage()
              + "): name another directory with --out");
    }
  }

  private RunListener progress() {
    return quiet
        ? new RunListener() {}
        : new ConsoleProgress(printer(), Terminal.isThere(), palette());
  }

  /** Writes what an interrupted run has found. */
  private void keep(Runner runner, RunDirectory directory) {
    Optional<RunResult> found = runner.soFar();
    if (found.isEmpty()) {
      return;
    }
    Report report = report(found.get());
    try {
      directory.write(report);
      new ConsoleSummary(printer(), palette()).counts(report, out.toString());
    } catch (IOException e) {
      spec.commandLine()
          .getErr()
          .println("etrn: what was found could not be kept: " + e.getMessage());
    }
  }

  private void print(Report report) {
    var summary = new ConsoleSummary(printer(), palette());
    if (quiet) {
      summary.counts(report, out.toString());
    } else {
      summary.print(report, out.toString());
    }
  }

  private Report report(RunResult result) {
    var command = new StringBuilder("./etrn verify");
    if (target != null) {
      command.append(" --target ").append(target);
    }
    if (config != null) {
      command.append(" --config ").append(config);
    }
    if (profile == Profile.STRICT) {
      command.append(" --profile strict");
    }
    allowed.forEach(host -> command.append(" --i-am-allowed ").append(host));
    return new Report(ToolInfo.current(), result, command.toString());
  }

  private Palette palette() {
    return Terminal.palette(noColor);
  }

  private PrintWriter printer() {
    return spec.commandLine().getOut();
  }
}
