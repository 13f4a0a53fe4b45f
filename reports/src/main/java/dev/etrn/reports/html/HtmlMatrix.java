package dev.etrn.reports.html;

import dev.etrn.reports.Printable;
import dev.etrn.reports.VerdictMark;
import dev.etrn.reports.matrix.Matrix;
import dev.etrn.reports.matrix.Matrix.Column;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.CaseResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes {@code matrix.html}, whose cells link to the reports beside it. */
public final class HtmlMatrix {

  private HtmlMatrix() {}

  public static String write(Matrix matrix) {
    return Page.of(
        "matrix.ftlh",
        Map.of(
            "tool",
            Map.of("version", matrix.tool().version(), "java", matrix.tool().java()),
            "columns",
            matrix.columns().stream().map(HtmlMatrix::column).toList(),
            "areas",
            matrix.byArea().entrySet().stream()
                .map(area -> area(area.getKey(), area.getValue(), matrix))
                .toList()));
  }

  private static Map<String, Object> column(Column column) {
    var seen = column.report().map(r -> r.run().target());
    List<Map<String, Object>> counts =
        column.report().stream()
            .flatMap(r -> r.run().summary().entrySet().stream())
            .map(e -> verdict(e.getKey(), e.getValue()))
            .toList();
    return Map.of(
        "name", column.name(),
        "ran", column.report().isPresent(),
        "why", Printable.line(column.why()),
        "version", seen.map(s -> Printable.line(s.version())).orElse(""),
        "banner", seen.map(s -> Printable.line(s.banner())).orElse(""),
        "counts", counts);
  }

  private static Map<String, Object> area(String name, List<CaseInfo> cases, Matrix matrix) {
    return Map.of("name", name, "rows", cases.stream().map(one -> row(one, matrix)).toList());
  }

  private static Map<String, Object> row(CaseInfo one, Matrix matrix) {
    return Map.of(
        "id", one.id(),
        "title", one.title(),
        "requirements", String.join(", ", one.requirements()),
        "cells", matrix.columns().stream().map(column -> cell(one, column)).toList());
  }

  private static Map<String, Object> cell(CaseInfo one, Column column) {
    var cell = new HashMap<String, Object>();
    column.result(one).ifPresent(result -> fill(cell, result, column));
    return cell;
  }

  private static void fill(Map<String, Object> cell, CaseResult result, Column column) {
    cell.put("verdict", verdict(result.verdict(), 1));
    cell.put("observed", Printable.line(result.observed()));
    cell.put("waived", column.isWaived(result));
    cell.put("link", column.name() + "/report.html#" + result.info().id());
  }

  private static Map<String, Object> verdict(Verdict verdict, long count) {
    return Map.of(
        "name", verdict.name(),
        "label", verdict.name().replace('_', ' '),
        "mark", VerdictMark.of(verdict),
        "count", count);
  }
}
