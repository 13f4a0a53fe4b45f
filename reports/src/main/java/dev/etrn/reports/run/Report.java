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
 * A run, how it was called, and what was expected of it; what every rendering is made of.
 *
 * @param tool what made it
 * @param run what came out
 * @param command how the run was called, without selections, such as {@code ./etrn verify --target
 *     mta:postfix}
 * @param expectations what waivers make of it
 * @param comparison with the baseline, when one is given
 */
public record Report(
    ToolInfo tool,
    RunResult run,
    String command,
    Expectations expectations,
    Optional<Comparison> comparison) {

  /** How people read results; cases of like verdicts stay in the catalogue's order. */
  public static final Comparator<CaseResult> WORST_FIRST =
      Comparator.comparingInt(c -> Verdict.WORST_FIRST.indexOf(c.verdict()));

  /** A run without waivers and baseline. */
  public Report(ToolInfo tool, RunResult run, String command) {
    this(tool, run, command, Expectations.none(), Optional.empty());
  }

  /** The same with waivers. */
  public Report with(Expectations given) {
    return new Report(tool, run, command, given, comparison);
  }

  /** The same beside an earlier run. */
  public Report besides(RunResult baseline) {
    return new Report(
        tool, run, command, expectations, Optional.of(Comparison.of(baseline, run, expectations)));
  }

  /** What is expected of this case, when a waiver covers it. */
  public Optional<Expectation> expectation(CaseResult result) {
    return expectations.of(result);
  }

  /** Whether a summary tells of this case: it does not pass, not always, or unexpectedly. */
  private boolean isRemarkable(CaseResult result) {
    return result.verdict() != Verdict.PASS || expectation(result).isPresent();
  }

  /** What a summary tells of, the worst first. */
  public List<CaseResult> remarkable() {
    return run.cases().stream().filter(this::isRemarkable).sorted(WORST_FIRST).toList();
  }

  /** The command that repeats one case. */
  public String replay(CaseResult result) {
    return command + " --select " + result.info().id();
  }

  /** Where the transcript that decided a case stands, relative to the report. */
  public static String transcriptPath(CaseResult result) {
    return transcriptPath(result, result.worst());
  }

  /** Where the transcript of one attempt stands. */
  public static String transcriptPath(CaseResult result, Attempt attempt) {
    String round = attempt.round() == 1 ? "" : "." + attempt.round();
    return "transcripts/" + result.info().id() + round + ".txt";
  }
}
