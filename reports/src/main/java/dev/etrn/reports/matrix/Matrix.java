package dev.etrn.reports.matrix;

import dev.etrn.reports.ToolInfo;
import dev.etrn.reports.run.Report;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.ReleaseTimes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The results of several targets side by side.
 *
 * @param tool the version of the harness that made it
 * @param columns a column for each target, in the order of their display
 * @param cases the cases, in the order of the catalogue
 */
public record Matrix(ToolInfo tool, List<Column> columns, List<CaseInfo> cases) {

  public Matrix {
    columns = List.copyOf(columns);
    cases = List.copyOf(cases);
  }

  /**
   * The column of one target.
   *
   * @param name its name after {@code mta:}; also the directory with its run
   * @param report the report of its run; empty if it could not be run
   * @param why the reason why it could not be run, or not to its end; or the empty string
   * @param releases the release times by number of messages; empty if they were not measured
   */
  public record Column(
      String name, Optional<Report> report, String why, List<ReleaseTimes> releases) {

    public Column {
      releases = List.copyOf(releases);
    }

    public static Column of(String name, Report report) {
      return new Column(name, Optional.of(report), "", List.of());
    }

    /** Returns the column of a target whose run ended early. */
    public static Column cutShort(String name, Report report, String why) {
      return new Column(name, Optional.of(report), why, List.of());
    }

    public static Column notRun(String name, String why) {
      return new Column(name, Optional.empty(), why, List.of());
    }

    /** Returns true if the run ended early. */
    public boolean isCutShort() {
      return report.isPresent() && !why.isEmpty();
    }

    /** Returns this column with release times. */
    public Column with(List<ReleaseTimes> releaseTimes) {
      return new Column(name, report, why, releaseTimes);
    }

    /** Returns the release times for this number of messages. */
    public Optional<ReleaseTimes> releaseTimes(int messages) {
      return releases.stream().filter(times -> times.messages() == messages).findFirst();
    }

    /** Returns the result of a case; empty if the target could not be run. */
    public Optional<CaseResult> result(CaseInfo info) {
      return report.stream()
          .flatMap(r -> r.run().cases().stream())
          .filter(c -> c.info().id().equals(info.id()))
          .findFirst();
    }

    /** Returns true if a waiver accounts for this result. */
    public boolean isWaived(CaseResult result) {
      return report.flatMap(r -> r.expectation(result)).filter(e -> e.isFail()).isPresent();
    }
  }

  /** Returns the numbers of messages whose release was timed, the smallest first. */
  public List<Integer> timedCounts() {
    return columns.stream()
        .flatMap(column -> column.releases().stream())
        .map(ReleaseTimes::messages)
        .distinct()
        .sorted()
        .toList();
  }

  /** Returns the cases by area. */
  public Map<String, List<CaseInfo>> byArea() {
    var areas = new LinkedHashMap<String, List<CaseInfo>>();
    for (CaseInfo info : cases) {
      areas.computeIfAbsent(info.area(), area -> new java.util.ArrayList<>()).add(info);
    }
    return areas;
  }
}
