package dev.etrn.reports.cli.verify;

import dev.etrn.reports.ToolInfo;
import dev.etrn.reports.catalogue.DryRunText;
import dev.etrn.reports.cli.exit.ExitCode;
import dev.etrn.reports.cli.exit.ExitText;
import dev.etrn.reports.cli.exit.NoCaseMatchedException;
import dev.etrn.reports.cli.option.ClockSource;
import dev.etrn.reports.cli.option.Durations;
import dev.etrn.reports.cli.option.ExpectationOptions;
import dev.etrn.reports.cli.option.JudgingOptions;
import dev.etrn.reports.cli.option.KnownDeviations;
import dev.etrn.reports.cli.option.OutputOptions;
import dev.etrn.reports.cli.option.SelectionOptions;
import dev.etrn.reports.cli.option.TargetOptions;
import dev.etrn.reports.cli.terminal.Interruption;
import dev.etrn.reports.cli.terminal.OutputDirectory;
import dev.etrn.reports.directory.RunDirectory;
import dev.etrn.reports.run.Report;
import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.client.ClientCases;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.run.PlannedRun;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.Runner;
import dev.etrn.suites.run.dryrun.DryRun;
import dev.etrn.suites.run.plan.RunBounds;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.targets.Target;
import dev.etrn.suites.targets.TargetUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The {@code etrn verify} command. */
@Command(
    name = "verify",
    description = "Runs the conformance cases against one target, or against one ETRN client.",
    exitCodeListHeading = ExitText.HEADING,
    exitCodeList = {
      ExitText.AS_EXPECTED,
      ExitText.FAILED,
      ExitText.UNEXPECTED_PASS,
      ExitText.INCONCLUSIVE,
      ExitText.REGRESSED,
      ExitText.WRONG_USAGE,
      ExitText.NO_CASE_MATCHED,
      ExitText.TARGET_UNREACHABLE,
      ExitText.INTERNAL_ERROR,
      ExitText.INTERRUPTED
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  etrn verify                                        the reference server",
      "  etrn verify --target 127.0.0.1:2525 --config etrn.yaml",
      "  etrn verify --target mta:postfix --select 'etrn.effect.*'",
      "  etrn verify --select ETRN-038                      the cases of one requirement",
      "  etrn verify --target mta:postfix --waivers postfix.yaml",
      "  etrn verify --target image:my/mta:1 --config mta.yaml",
      "  etrn verify --client --run 'etrn send {host}:{port} {nodes}'",
      "  etrn verify --client --listen 127.0.0.1:2525       a client that you run by hand",
      "  etrn verify --target client:fetchmail"
    })
public final class VerifyCommand implements Callable<Integer> {

  private static final int MAX_ROUNDS = 1000;
  private static final String DEFAULT_TIME = "5m";

  @Mixin private TargetOptions target = new TargetOptions();
  @Mixin private SelectionOptions selection = new SelectionOptions();
  @Mixin private JudgingOptions judging = new JudgingOptions();
  @Mixin private ExpectationOptions expected = new ExpectationOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private ClientOptions client = new ClientOptions();

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description = "Play all cases N times; different verdicts make a case unstable.")
  private int repeat = 1;

  @Option(
      names = "--max-time",
      paramLabel = "D",
      description =
          "End the run after this time, such as 90s or 10m, and keep the results so far"
              + " (default: ${DEFAULT-VALUE}; 0: no limit).")
  private String maxTime = DEFAULT_TIME;

  @Option(
      names = "--dry-run",
      description = "Show what each case would send, without a connection.")
  private boolean dryRun;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the report goes (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("etrn-out");

  @ParentCommand private ClockSource etrn = Clock::systemUTC;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    var deviations = KnownDeviations.of(expected, selection, judging.profile());
    if (client.isChosen(target.named())) {
      return run(runOfClient(deviations), deviations);
    } else if (dryRun) {
      return rehearse();
    }
    List<Case> cases = selection.select(Cases.all());
    Target server = target.resolve();
    KnownDeviations serverDeviations =
        expected.hasWaivers() ? deviations : deviations.with(server.waivers());
    return run(runOfServer(server, cases, serverDeviations), serverDeviations);
  }

  private int run(PlannedRun runner, KnownDeviations deviations) throws Exception {
    var directory = directory();
    try (var interruption =
        Interruption.keeping(() -> interrupted(runner, deviations, directory))) {
      Optional<RunResult> result = interruption.unlessInterrupted(runner::run);
      if (result.isEmpty()) {
        return ExitCode.INTERRUPTED.number();
      }
      Report report = report(result.get(), deviations);
      directory.write(report);
      output.print(report, out.toString());
      target.undescribed().ifPresent(address -> output.next("etrn init " + address));
      return ExitCode.of(report).number();
    } catch (TargetUnavailableException e) {
      keep(runner, deviations, directory);
      throw e;
    }
  }

  private PlannedRun runOfServer(Target server, List<Case> cases, KnownDeviations deviations) {
    var plan =
        new RunPlan(
            server,
            cases,
            judging.profile(),
            judging.seed(),
            rounds(),
            target.rate(server),
            RunBounds.within(maxTime()));
    return new Runner(plan, progress(deviations));
  }

  private PlannedRun runOfClient(KnownDeviations deviations)
      throws NoCaseMatchedException, HarnessConfigurationException, TargetUnavailableException {
    if (target.hasConfig() || dryRun || repeat != 1) {
      throw new HarnessConfigurationException(
          "--config, --dry-run and --repeat are for servers; leave them out to test a client");
    }
    return client.runner(
        target.named(),
        target.guard(),
        selection.select(ClientCases.all()),
        judging.profile(),
        progress(deviations),
        output::tell);
  }

  private RunListener progress(KnownDeviations deviations) {
    LocalDate today = LocalDate.now(etrn.clock());
    return output.progress(result -> deviations.isWaived(result, today));
  }

  private int rehearse()
      throws NoCaseMatchedException,
          HarnessConfigurationException,
          TargetUnavailableException,
          InterruptedException {
    if (output.isJson()) {
      throw new HarnessConfigurationException("--dry-run prints no JSON: leave --json out");
    }
    List<Case> cases = selection.select(Cases.all());
    Target server = target.resolve();
    long seed = judging.seed();
    output.printer().println(DryRunText.CAVEAT);
    for (Case testCase : cases) {
      output.printer().println();
      output.printer().print(DryRunText.of(testCase, DryRun.of(testCase, server.profile(), seed)));
    }
    output.printer().flush();
    return ExitCode.AS_EXPECTED.number();
  }

  private int rounds() {
    if (repeat < 1 || repeat > MAX_ROUNDS) {
      throw new ParameterException(
          spec.commandLine(), "--repeat takes a number from 1 to " + MAX_ROUNDS);
    }
    return repeat;
  }

  private Duration maxTime() {
    return Durations.parse(maxTime.equals("0") ? "0s" : maxTime)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--max-time takes a time such as 90s or 10m, or 0 for no limit, not '"
                        + maxTime
                        + "'"));
  }

  private RunDirectory directory() throws HarnessConfigurationException {
    var directory = new RunDirectory(out);
    OutputDirectory.use(out, directory::prepare);
    return directory;
  }

  private void interrupted(PlannedRun runner, KnownDeviations deviations, RunDirectory directory) {
    if (!keep(runner, deviations, directory)) {
      spec.commandLine()
          .getErr()
          .println("etrn: interrupted before the target had answered, so there is no report");
    }
  }

  /**
   * Writes the results of a run that ended early.
   *
   * @return true if there were any
   */
  private boolean keep(PlannedRun runner, KnownDeviations deviations, RunDirectory directory) {
    Optional<RunResult> found = runner.soFar();
    found.ifPresent(result -> write(report(result, deviations), directory));
    return found.isPresent();
  }

  private void write(Report report, RunDirectory directory) {
    try {
      directory.write(report);
      output.counts(report, out.toString());
    } catch (IOException e) {
      output.notSaved(e);
    }
  }

  private Report report(RunResult result, KnownDeviations deviations) {
    String timeLimit = maxTime.equals(DEFAULT_TIME) ? "" : " --max-time " + maxTime;
    String command =
        "./etrn verify"
            + target.replayOptions()
            + client.replayOptions()
            + timeLimit
            + judging.replayOptions();
    var plainReport = new Report(ToolInfo.current(), result, command);
    return deviations.applyTo(plainReport, LocalDate.now(etrn.clock()));
  }
}
