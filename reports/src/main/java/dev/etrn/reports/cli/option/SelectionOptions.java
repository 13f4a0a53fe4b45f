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

/** The options that select cases. */
public final class SelectionOptions {

  @Option(
      names = "--select",
      paramLabel = "GLOB",
      description = "Select only cases whose id or requirement matches; repeatable.",
      completionCandidates = CaseIds.class)
  private List<String> select = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description = "Leave out cases whose id or requirement matches; repeatable.",
      completionCandidates = CaseIds.class)
  private List<String> exclude = new ArrayList<>();

  /** Returns the earlier run with the results of the selected cases only. */
  public RunResult select(RunResult baseline) throws NoCaseMatchedException {
    if (select.isEmpty() && exclude.isEmpty()) {
      return baseline;
    }
    Set<String> ids =
        select(Cases.ofBothSides()).stream()
            .map(testCase -> testCase.info().id())
            .collect(Collectors.toSet());
    return baseline.with(
        baseline.cases().stream().filter(result -> ids.contains(result.info().id())).toList());
  }

  /** Returns the selected ones of the given cases, at least one. */
  public <E extends Experiment> List<E> select(List<E> cases) throws NoCaseMatchedException {
    List<E> selected = new CaseSelection(select, exclude).of(cases);
    if (selected.isEmpty()) {
      throw new NoCaseMatchedException();
    }
    return selected;
  }
}
