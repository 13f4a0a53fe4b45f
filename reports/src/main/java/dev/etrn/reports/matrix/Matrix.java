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
 * Several targets side by side.
 *
 * @param tool what made it
 * @param columns one for each target, in the order in which they are shown
 * @param cases in the order of the catalogue
 */
public record Matrix(ToolInfo tool, List<Column> columns, List<CaseInfo> cases) {

  public Matrix {
    columns = List.copyOf(columns);
    cases = List.copyOf(cases);
  }

  /**
   * One target.
   *
   * @param name after {@code mta:}; also the directory with its run
   * @param report of its run; empty when it could not be run
   * @param why it could not be run, or not to its end; or the empty string
   * @param releases how long it took to release mail, by number of messages; empty when not timed
   */
  public record Column(
      String name, Optional<Report> report, String why, List<ReleaseTimes> releases) {

    public Column {
      releases = List.copyOf(releases);
    }

    public static Column of(String name, Report report) {
      return new Column(name, Optional.of(report), "", List.of());
    }

    /** One whose run ended before its time. */
    public static Column cutShort(String name, Report report, String why) {
      return new Column(name, Optional.of(report), why, List.of());
    }

    public static Column notRun(String name, String why) {
      return new Column(name, Optional.empty(), why, List.of());
    }

    /** Whether it was run, and not to its end. */
    public boolean isCutShort() {
      return report.isPresent() && !why.isEmpty();
    }

    /** The same target, timed. */
    public Column with(List<ReleaseTimes> timed) {
      return new Column(name, report, why, timed);
    }

    /** What was timed for this number of messages. */
    public Optional<ReleaseTimes> releasing(int messages) {
      return releases.stream().filter(times -> times.messages() == messages).findFirst();
    }

    /** What came of a case here; empty when the target could not be run. */
    public Optional<CaseResult> result(CaseInfo one) {
      return report.stream()
          .flatMap(r -> r.run().cases().stream())
          .filter(c -> c.info().id().equals(one.id()))
          .findFirst();
    }

    /** Whether a waiver accounts for what came of a case. */
    public boolean isWaived(CaseResult result) {
      return report.flatMap(r -> r.expectation(result)).filter(e -> e.isFail()).isPresent();
    }
  }

  /** The numbers of messages whose release was timed on any target, the smallest first. */
  public List<Integer> timedCounts() {
    return columns.stream()
        .flatMap(column -> column.releases().stream())
        .map(ReleaseTimes::messages)
        .distinct()
        .sorted()
        .toList();
  }

  /** The cases by their areas. */
  public Map<String, List<CaseInfo>> byArea() {
    var areas = new LinkedHashMap<String, List<CaseInfo>>();
    for (CaseInfo one : cases) {
      areas.computeIfAbsent(one.area(), area -> new java.util.ArrayList<>()).add(one);
    }
    return areas;
  }
}
