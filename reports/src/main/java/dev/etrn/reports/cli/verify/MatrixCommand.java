package dev.etrn.reports.cli.verify;

import dev.etrn.reports.cli.exit.ExitCode;
import dev.etrn.reports.cli.exit.ExitText;
import dev.etrn.reports.cli.option.ClockSource;
import dev.etrn.reports.cli.option.JudgingOptions;
import dev.etrn.reports.cli.option.OutputOptions;
import dev.etrn.reports.cli.option.SelectionOptions;
import dev.etrn.reports.cli.terminal.Interruption;
import dev.etrn.reports.cli.terminal.OutputDirectory;
import dev.etrn.reports.directory.MatrixDirectory;
import dev.etrn.reports.matrix.Matrix;
import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.resolution.TargetResolver;
import dev.etrn.suites.run.ParallelRuns;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.targets.Target;
import dev.etrn.suites.targets.TargetUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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

/** The {@code etrn matrix} command. */
@Command(
    name = "matrix",
    description = "Runs the conformance cases against several MTAs in containers, side by side.",
    exitCodeListHeading = ExitText.HEADING,
    exitCodeList = {
      ExitText.AS_EXPECTED,
      ExitText.FAILED,
      ExitText.UNEXPECTED_PASS,
      ExitText.INCONCLUSIVE,
      ExitText.WRONG_USAGE,
      ExitText.NO_CASE_MATCHED,
      ExitText.TARGET_UNREACHABLE,
      ExitText.INTERNAL_ERROR
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  etrn matrix --mta all",
      "  etrn matrix --mta postfix,exim-command --select 'etrn.effect.*'"
    })
public final class MatrixCommand implements Callable<Integer> {

  private static final String ALL = "all";
  private static final int MAX_PARALLEL = 16;
  private static final int MAX_RELEASES = 100;

  @Option(
      names = "--mta",
      paramLabel = "NAME",
      split = ",",
      required = true,
      description = "all, or a list of these, with commas: ${COMPLETION-CANDIDATES}.",
      completionCandidates = MtaNames.class)
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "How many targets run at once (default: ${DEFAULT-VALUE}).")
  private int parallel = 2;

  @Option(
      names = "--releases",
      paramLabel = "N",
      description = {
        "How often the release of 1, 5 and 50 messages is timed on each target that passes those"
            + " cases,",
        "one target at a time (default: ${DEFAULT-VALUE}; 0: not at all)."
      })
  private int releases = 5;

  @Mixin private SelectionOptions selection = new SelectionOptions();
  @Mixin private JudgingOptions judging = new JudgingOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the reports go (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("etrn-matrix");

  @ParentCommand private ClockSource etrn = Clock::systemUTC;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (parallel < 1 || parallel > MAX_PARALLEL) {
      throw new ParameterException(
          spec.commandLine(), "--parallel takes a number from 1 to " + MAX_PARALLEL);
    }
    if (releases < 0 || releases > MAX_RELEASES) {
      throw new ParameterException(
          spec.commandLine(), "--releases takes a number from 0 to " + MAX_RELEASES);
    }
    List<Case> cases = selection.select(Cases.all());
    var plans = new ArrayList<RunPlan>();
    for (String name : mtaNames()) {
      Target target = TargetResolver.mta(name);
      plans.add(new RunPlan(target, cases, judging.profile(), judging.seed()));
    }
    var directory = directory();
    prepare(plans);
    var runs =
        new MatrixRecorder(
            output.matrixProgress(),
            directory,
            judging.replayOptions(),
            LocalDate.now(etrn.clock()));
    try (var interruption = Interruption.keeping(() -> keep(runs, plans, directory))) {
      Optional<Matrix> matrix = interruption.unlessInterrupted(() -> run(plans, runs));
      return matrix.isPresent()
          ? write(matrix.get(), directory).number()
          : ExitCode.INTERRUPTED.number();
    }
  }

  private Matrix run(List<RunPlan> plans, MatrixRecorder runs) throws InterruptedException {
    new ParallelRuns(plans, parallel).run(runs);
    if (releases > 0) {
      runs.time(plans, releases);
    }
    return runs.matrix(plans);
  }

  /** Writes the results of an interrupted run. */
  private void keep(MatrixRecorder runs, List<RunPlan> plans, MatrixDirectory directory) {
    try {
      runs.cut(plans);
      write(runs.matrix(plans), directory);
    } catch (IOException | UncheckedIOException e) {
      output.notSaved(e);
    }
  }

  private ExitCode write(Matrix matrix, MatrixDirectory directory) throws IOException {
    directory.write(matrix);
    output.print(matrix, out.toString());
    return ExitCode.of(matrix);
  }

  /** Returns each name once, in the order given. */
  private List<String> mtaNames() throws HarnessConfigurationException {
    var unique = new LinkedHashSet<String>();
    for (String name : names) {
      if (name.equals(ALL)) {
        unique.addAll(TargetResolver.knownMtas());
      } else {
        unique.add(name);
      }
    }
    return List.copyOf(unique);
  }

  /** Prepares the targets one after the other, so that no shared image layer is built twice. */
  private void prepare(List<RunPlan> plans) throws TargetUnavailableException {
    for (RunPlan plan : plans) {
      plan.target().prepare();
    }
  }

  private MatrixDirectory directory() throws HarnessConfigurationException {
    var directory = new MatrixDirectory(out);
    OutputDirectory.use(out, directory::prepare);
    return directory;
  }
}
