package dev.etrn.reports.cli.verify;

import dev.etrn.reports.ToolInfo;
import dev.etrn.reports.cli.exit.ExitCode;
import dev.etrn.reports.cli.exit.ExitText;
import dev.etrn.reports.cli.option.ClockSource;
import dev.etrn.reports.cli.option.ExpectationOptions;
import dev.etrn.reports.cli.option.OutputOptions;
import dev.etrn.reports.cli.terminal.OutputDirectory;
import dev.etrn.reports.comparison.Comparison;
import dev.etrn.reports.directory.RecordingReader;
import dev.etrn.reports.directory.RunDirectory;
import dev.etrn.reports.load.comparison.LoadComparison;
import dev.etrn.reports.load.comparison.LoadComparisonReport;
import dev.etrn.reports.load.figures.LoadRecording;
import dev.etrn.reports.run.Report;
import dev.etrn.reports.run.results.Recording;
import dev.etrn.suites.Cases;
import dev.etrn.suites.catalogue.Requirement;
import dev.etrn.suites.catalogue.requirements.Requirements;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.run.evaluation.RejudgedRun;
import dev.etrn.suites.run.result.Expectations;
import dev.etrn.suites.run.result.RunResult;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The {@code etrn report} command. */
@Command(
    name = "report",
    description =
        "Shows, compares or judges again the recordings of 'etrn verify' and 'etrn load'.",
    exitCodeListHeading = ExitText.HEADING,
    exitCodeList = {
      ExitText.AS_EXPECTED,
      ExitText.FAILED,
      ExitText.UNEXPECTED_PASS,
      ExitText.INCONCLUSIVE,
      ExitText.REGRESSED,
      ExitText.WRONG_USAGE,
      ExitText.INTERNAL_ERROR
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  etrn report etrn-out                               prints the summary again",
      "  etrn report etrn-out --baseline last/results.json",
      "  etrn report etrn-out --rejudge --out judged-again",
      "  etrn report load-before load-after --out compared"
    })
public final class ReportCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN",
      description =
          "A directory that was written with --out, or its results.json; or several load runs,"
              + " each of which is compared with the first.")
  private List<Path> runs = new ArrayList<>();

  @Mixin private ExpectationOptions expected = new ExpectationOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(
      names = "--rejudge",
      description = "Judge the recorded transcripts with the judges of this version.")
  private boolean rejudge;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Directory for the report in all its forms; without it, nothing is written.")
  private @Nullable Path out;

  @ParentCommand private ClockSource etrn = Clock::systemUTC;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (areLoads()) {
      return compareLoads();
    }
    if (runs.size() > 1) {
      throw new ParameterException(
          spec.commandLine(),
          "give one RUN; to compare it with another, name that with --baseline");
    }
    Path path = runs.get(0);
    Recording recording = RecordingReader.whole(path);
    checkRequirements(path, recording);
    Optional<RunResult> baseline = expected.baseline(recording.run().profile());
    Report report = report(recording);
    Report comparedReport = baseline.map(report::withBaseline).orElse(report);
    if (out != null) {
      write(comparedReport, out);
    }
    output.print(comparedReport, String.valueOf(out == null ? path : out));
    return ExitCode.of(comparedReport).number();
  }

  /**
   * Returns true if the runs are load runs. A directory may hold a run of each kind; named alone,
   * it stands for the run of the cases.
   */
  private boolean areLoads() {
    return runs.size() > 1
        ? runs.stream().anyMatch(LoadRecording::isAt)
        : LoadRecording.isAt(runs.get(0)) && !RecordingReader.isIn(runs.get(0));
  }

  /** Compares each load run with the first. */
  private int compareLoads() throws HarnessConfigurationException {
    if (rejudge || expected.isAnyGiven()) {
      throw new ParameterException(
          spec.commandLine(),
          "--rejudge, --waivers and --baseline are for runs of 'etrn verify'; leave them out to"
              + " compare load runs");
    }
    if (runs.size() < 2) {
      throw new ParameterException(
          spec.commandLine(),
          "one load run cannot be compared: give another one besides " + runs.get(0));
    }
    LoadRecording first = LoadRecording.read(runs.get(0));
    var comparisons = new ArrayList<LoadComparison>();
    for (Path run : runs.subList(1, runs.size())) {
      comparisons.add(LoadComparison.of(first, LoadRecording.read(run)));
    }
    var table = new LoadComparisonReport(comparisons);
    if (out != null) {
      Path directory = out;
      OutputDirectory.use(directory, () -> table.write(directory));
    }
    output.print(table);
    return ExitCode.AS_EXPECTED.number();
  }

  private Report report(Recording recording) throws HarnessConfigurationException {
    Report plainReport =
        rejudge
            ? rejudged(recording)
            : new Report(recording.tool(), recording.run(), recording.command());
    Set<String> catalogue =
        Cases.ofBothSides().stream()
            .map(testCase -> testCase.info().id())
            .collect(Collectors.toSet());
    // Recorded waivers expire by the day of the run, waivers that are given now by today.
    LocalDate day =
        expected.hasWaivers()
            ? LocalDate.now(etrn.clock())
            : LocalDate.ofInstant(recording.run().startedAt(), ZoneOffset.UTC);
    var waivers = expected.hasWaivers() ? expected.waivers() : recording.waivers();
    return plainReport.with(Expectations.of(waivers, plainReport.run().cases(), catalogue, day));
  }

  private Report rejudged(Recording recording) {
    RejudgedRun rejudgedRun = RejudgedRun.of(recording.run(), Cases.ofBothSides());
    rejudgedRun
        .kept()
        .forEach(
            id ->
                spec.commandLine()
                    .getErr()
                    .println("etrn: " + id + " cannot be judged again; its verdict is kept"));
    output.rejudged(Comparison.of(recording.run(), rejudgedRun.run(), Expectations.none()));
    return new Report(ToolInfo.current(), rejudgedRun.run(), recording.command());
  }

  /** Checks that the catalogue has the requirements, since reports quote their sentences. */
  private static void checkRequirements(Path path, Recording recording)
      throws HarnessConfigurationException {
    Set<String> knownIds =
        Requirements.all().stream().map(Requirement::id).collect(Collectors.toSet());
    Optional<String> unknown =
        recording.run().cases().stream()
            .flatMap(c -> c.info().requirements().stream())
            .filter(id -> !knownIds.contains(id))
            .findFirst();
    if (unknown.isPresent()) {
      throw new HarnessConfigurationException(
          path
              + " refers to "
              + unknown.get()
              + ", which this version does not know: use the version that recorded it, "
              + recording.tool().version());
    }
  }

  private static void write(Report report, Path directory) throws HarnessConfigurationException {
    OutputDirectory.use(directory, () -> new RunDirectory(directory).write(report));
  }
}
