package dev.etrn.reports.cli.option;

import dev.etrn.reports.cli.exit.NoCaseMatchedException;
import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Experiment;
import dev.etrn.suites.run.plan.CaseSelection;
import dev.etrn.suites.run.result.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which cases are played. */
public final class SelectionOptions {

  @Option(
      names = "--select",
      paramLabel = "GLOB",
      description = "Only cases whose id, or a requirement of which, matches; repeatable.",
      completionCandidates = CaseIds.class)
  private List<String> select = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description = "Not these; repeatable.",
      completionCandidates = CaseIds.class)
  private List<String> exclude = new ArrayList<>();

  /** The results of an earlier run that are to be compared: all, or those that are selected. */
  public RunResult of(RunResult baseline) throws NoCaseMatchedException {
    if (select.isEmpty() && exclude.isEmpty()) {
      return baseline;
    }
    Set<String> ids =
        of(Cases.ofBothSides()).stream().map(one -> one.info().id()).collect(Collectors.toSet());
    return baseline.with(
        baseline.cases().stream().filter(one -> ids.contains(one.info().id())).toList());
  }

  /** At least one of {@code all}. */
  public <E extends Experiment> List<E> of(List<E> all) throws NoCaseMatchedException {
    List<E> cases = new CaseSelection(select, exclude).of(all);
    if (cases.isEmpty()) {
      throw new NoCaseMatchedException();
    }
    return cases;
  }
}
