package dev.etrn.reports.run;

import dev.etrn.reports.ToolInfo;
import dev.etrn.reports.comparison.Comparison;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.Attempt;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.Expectation;
import dev.etrn.suites.run.result.Expectations;
import dev.etrn.suites.run.result.RunResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The report of a run, from which every rendering is made.
 *
 * @param tool the version of the harness that judged the run
 * @param run the results
 * @param command the command of the run, without selections, such as {@code ./etrn verify --target
 *     mta:postfix}
 * @param expectations the expectations that waivers set
 * @param comparison the comparison with the baseline, if there is one
 */
public record Report(
    ToolInfo tool,
    RunResult run,
    String command,
    Expectations expectations,
    Optional<Comparison> comparison) {

  /** The order of results for readers; cases of one verdict stay in the catalogue's order. */
  public static final Comparator<CaseResult> WORST_FIRST =
      Comparator.comparingInt(c -> Verdict.WORST_FIRST.indexOf(c.verdict()));

  /** Creates the report of a run without waivers and baseline. */
  public Report(ToolInfo tool, RunResult run, String command) {
    this(tool, run, command, Expectations.none(), Optional.empty());
  }

  /** Returns this report with the expectations of waivers. */
  public Report with(Expectations waived) {
    return new Report(tool, run, command, waived, comparison);
  }

  /** Returns this report with a comparison with an earlier run. */
  public Report withBaseline(RunResult baseline) {
    return new Report(
        tool, run, command, expectations, Optional.of(Comparison.of(baseline, run, expectations)));
  }

  /** Returns the expectation for this case, if a waiver covers it. */
  public Optional<Expectation> expectation(CaseResult result) {
    return expectations.of(result);
  }

  /** Returns true if a summary lists this case: it does not pass, or passes unexpectedly. */
  private boolean isRemarkable(CaseResult result) {
    return result.verdict() != Verdict.PASS || expectation(result).isPresent();
  }

  /** Returns the cases that a summary lists, the worst first. */
  public List<CaseResult> remarkable() {
    return run.cases().stream().filter(this::isRemarkable).sorted(WORST_FIRST).toList();
  }

  /** Returns the command that repeats one case. */
  public String replayCommand(CaseResult result) {
    return command + " --select " + result.info().id();
  }

  /** Returns the path of the transcript that decided a case, relative to the report. */
  public static String transcriptPath(CaseResult result) {
    return transcriptPath(result, result.worst());
  }

  /** Returns the path of the transcript of one attempt, relative to the report. */
  public static String transcriptPath(CaseResult result, Attempt attempt) {
    String round = attempt.round() == 1 ? "" : "." + attempt.round();
    return "transcripts/" + result.info().id() + round + ".txt";
  }
}
