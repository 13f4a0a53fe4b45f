package dev.etrn.reports.html.cases;

import dev.etrn.reports.html.Page;
import dev.etrn.reports.html.ScriptData;
import dev.etrn.reports.html.VerdictText;
import dev.etrn.reports.matrix.Matrix;
import dev.etrn.reports.matrix.Matrix.Column;
import dev.etrn.reports.matrix.ReleaseText;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.run.result.CaseResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The writer of {@code matrix.html}: one page that contains the evidence of all its cells;
 * transcripts that are too long for it are in the directories beside it.
 */
public final class MatrixPage {

  private MatrixPage() {}

  public static String write(Matrix matrix) {
    List<CaseResult> results = results(matrix);
    int longest = ResultEvidence.longest(results.size());
    var model = new HashMap<String, Object>();
    model.put("tool", Map.of("version", matrix.tool().version(), "java", matrix.tool().java()));
    model.put("counts", VerdictCount.of(results));
    model.put("areas", CaseRow.areas(matrix.cases()));
    model.put("levels", CaseRow.levels(matrix.cases()));
    model.put("columns", matrix.columns().stream().map(c -> column(c, longest)).toList());
    model.put("releases", releases(matrix));
    model.put("groups", groups(matrix));
    model.put("specifications", specifications(matrix));
    model.put("catalogue", ScriptData.json(CatalogueData.of(matrix.cases())));
    return Page.of("matrix.ftlh", model);
  }

  private static List<CaseResult> results(Matrix matrix) {
    return matrix.columns().stream()
        .flatMap(column -> column.report().stream())
        .flatMap(report -> report.run().cases().stream())
        .toList();
  }

  private static Map<String, Object> column(Column column, int longest) {
    var model = new HashMap<String, Object>();
    model.put("name", column.name());
    model.put("ran", column.report().isPresent());
    model.put("cut", column.isCutShort());
    model.put("why", CutText.line(column.why()));
    column
        .report()
        .ifPresent(
            report -> {
              model.put("target", TargetText.of(report.run().target()));
              model.put("startedAt", report.run().startedAt().toString());
              model.put("counts", VerdictCount.of(report.run().cases()));
              model.put(
                  "evidence",
                  ScriptData.json(ResultEvidence.all(report, column.name() + "/", longest)));
            });
    return model;
  }

  /** Returns the release times: a row for each target that was timed. */
  private static Map<String, Object> releases(Matrix matrix) {
    return Map.of(
        "counts",
        matrix.timedCounts(),
        "rows",
        matrix.columns().stream()
            .filter(column -> !column.releases().isEmpty())
            .map(column -> Map.of("name", column.name(), "cells", medians(column, matrix)))
            .toList());
  }

  private static List<String> medians(Column column, Matrix matrix) {
    return matrix.timedCounts().stream()
        .map(count -> column.releaseTimes(count).map(ReleaseText::medians).orElse(""))
        .toList();
  }

  private static List<Map<String, Object>> groups(Matrix matrix) {
    return matrix.byArea().entrySet().stream()
        .map(
            area ->
                Map.of(
                    "area",
                    area.getKey(),
                    "rows",
                    area.getValue().stream().map(info -> row(info, matrix)).toList()))
        .toList();
  }

  private static Map<String, Object> row(CaseInfo info, Matrix matrix) {
    return Map.of(
        "case", CaseRow.of(info),
        "cells", matrix.columns().stream().map(column -> cell(info, column)).toList());
  }

  private static Map<String, Object> cell(CaseInfo info, Column column) {
    return column
        .result(info)
        .map(
            result ->
                Map.<String, Object>of(
                    "verdict", VerdictText.of(result.verdict()),
                    "observed", CutText.line(result.observed()),
                    "waived", column.isWaived(result),
                    "link", column.name() + "/" + info.id()))
        .orElse(Map.of());
  }

  private static List<Map<String, Object>> specifications(Matrix matrix) {
    return SpecificationView.of(
        matrix.cases(),
        cases -> matrix.columns().stream().map(column -> marker(cases, column)).toList());
  }

  private static List<EvidenceLink> marker(List<CaseInfo> cases, Column column) {
    List<CaseResult> results =
        cases.stream().map(column::result).flatMap(Optional::stream).toList();
    return EvidenceLink.worst(results, column.name()).stream().toList();
  }
}
