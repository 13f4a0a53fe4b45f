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

/** {@code etrn report}. */
@Command(
    name = "report",
    description = "Shows, compares or judges again what 'etrn verify' or 'etrn load' recorded.",
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
      "  etrn report etrn-out                               the summary again",
      "  etrn report etrn-out --baseline last/results.json",
      "  etrn report etrn-out --rejudge --out judged-again",
      "  etrn report load-before load-after --out compared"
    })
public final class ReportCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN",
      description =
          "A directory that --out named, or its results.json; or several load runs, each of which"
              + " is compared with the first.")
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
      description = "Where all forms of the report go; without it, nothing is written.")
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
          spec.commandLine(), "one RUN at a time; compare it with another by --baseline");
    }
    Path from = runs.get(0);
    Recording recording = RecordingReader.whole(from);
    checkRequirements(from, recording);
    Optional<RunResult> baseline = expected.baseline(recording.run().profile());
    Report report = report(recording);
    Report shown = baseline.map(report::besides).orElse(report);
    if (out != null) {
      write(shown, out);
    }
    output.print(shown, String.valueOf(out == null ? from : out));
    return ExitCode.of(shown).number();
  }

  /** A directory may hold a run of each kind; named alone, it stands for that of the cases. */
  private boolean areLoads() {
    return runs.size() > 1
        ? runs.stream().anyMatch(LoadRecording::is)
        : LoadRecording.is(runs.get(0)) && !RecordingReader.isIn(runs.get(0));
  }

  /** Each load run with the first. */
  private int compareLoads() throws HarnessConfigurationException {
    if (rejudge || expected.isAnyGiven()) {
      throw new ParameterException(
          spec.commandLine(),
          "--rejudge, --waivers and --baseline are for runs of 'etrn verify'; leave them out to"
              + " compare load runs");
    }
    if (runs.size() < 2) {
      throw new ParameterException(
          spec.commandLine(), "load runs are compared: give another one besides " + runs.get(0));
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
    Report plain =
        rejudge
            ? rejudged(recording)
            : new Report(recording.tool(), recording.run(), recording.command());
    Set<String> catalogue =
        Cases.ofBothSides().stream().map(one -> one.info().id()).collect(Collectors.toSet());
    // Waivers that were recorded are judged by the day of the run; those given now by today.
    LocalDate day =
        expected.hasWaivers()
            ? LocalDate.now(etrn.clock())
            : LocalDate.ofInstant(recording.run().startedAt(), ZoneOffset.UTC);
    var waivers = expected.hasWaivers() ? expected.waivers() : recording.waivers();
    return plain.with(Expectations.of(waivers, plain.run().cases(), catalogue, day));
  }

  private Report rejudged(Recording recording) {
    RejudgedRun again = RejudgedRun.of(recording.run(), Cases.ofBothSides());
    again
        .kept()
        .forEach(
            id ->
                spec.commandLine()
                    .getErr()
                    .println("etrn: " + id + " cannot be judged again; its verdict is kept"));
    output.rejudged(Comparison.of(recording.run(), again.run(), Expectations.none()));
    return new Report(ToolInfo.current(), again.run(), recording.command());
  }

  /** Reports quote the catalogue, and so need its sentences. */
  private static void checkRequirements(Path from, Recording recording)
      throws HarnessConfigurationException {
    Set<String> known =
        Requirements.all().stream().map(Requirement::id).collect(Collectors.toSet());
    Optional<String> unknown =
        recording.run().cases().stream()
            .flatMap(c -> c.info().requirements().stream())
            .filter(id -> !known.contains(id))
            .findFirst();
    if (unknown.isPresent()) {
      throw new HarnessConfigurationException(
          from
              + " speaks of "
              + unknown.get()
              + ", which this version does not know: use the version that made it, "
              + recording.tool().version());
    }
  }

  private static void write(Report report, Path directory) throws HarnessConfigurationException {
    OutputDirectory.use(directory, () -> new RunDirectory(directory).write(report));
  }
}
