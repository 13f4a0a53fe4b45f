package dev.etrn.reports.matrix;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.etrn.reports.JsonText;
import dev.etrn.reports.matrix.Matrix.Column;
import dev.etrn.reports.run.Report;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.mail.ReleaseLatency;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.ReleaseTimes;

/** The writer of {@code matrix.json}: the targets, and for each case the result of each of them. */
public final class MatrixJson {

  private static final int SCHEMA = 1;

  private MatrixJson() {}

  public static String write(Matrix matrix) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", SCHEMA);
    root.putObject("tool")
        .put("version", matrix.tool().version())
        .put("commit", matrix.tool().commit())
        .put("java", matrix.tool().java());
    ArrayNode targets = root.putArray("targets");
    matrix.columns().forEach(column -> target(targets.addObject(), column));
    ArrayNode cases = root.putArray("cases");
    matrix.cases().forEach(info -> oneCase(cases.addObject(), info, matrix));
    return JsonText.of(root);
  }

  private static void target(ObjectNode node, Column column) {
    node.put("name", column.name());
    if (column.report().isEmpty()) {
      node.put("notRun", column.why());
      return;
    }
    var run = column.report().get().run();
    if (column.isCutShort()) {
      node.put("cutShort", column.why());
    }
    node.put("version", run.target().version());
    node.put("banner", run.target().banner());
    node.put("results", column.name() + "/results.json");
    ObjectNode summary = node.putObject("summary");
    run.summary().forEach((verdict, count) -> summary.put(verdict.name(), count));
    if (!column.releases().isEmpty()) {
      ArrayNode releases = node.putArray("releases");
      column.releases().forEach(times -> release(releases.addObject(), times));
    }
  }

  private static void release(ObjectNode node, ReleaseTimes times) {
    node.put("messages", times.messages());
    latency(node.putObject("median"), times.median());
    ArrayNode samples = node.putArray("samples");
    times.samples().forEach(sample -> latency(samples.addObject(), sample));
  }

  private static void latency(ObjectNode node, ReleaseLatency latency) {
    node.put("replyNanos", latency.replyNanos())
        .put("connectionNanos", latency.connectionNanos())
        .put("lastNanos", latency.lastNanos());
  }

  private static void oneCase(ObjectNode node, CaseInfo info, Matrix matrix) {
    node.put("id", info.id()).put("title", info.title());
    ArrayNode requirements = node.putArray("requirements");
    info.requirements().forEach(requirements::add);
    ObjectNode cells = node.putObject("verdicts");
    for (Column column : matrix.columns()) {
      column.result(info).ifPresent(c -> cell(cells.putObject(column.name()), column, c));
    }
  }

  private static void cell(ObjectNode node, Column column, CaseResult result) {
    node.put("verdict", result.verdict().name());
    column
        .report()
        .flatMap(report -> report.expectation(result))
        .ifPresent(e -> node.put("expectation", e.kind().word()));
    node.put("observed", result.observed());
    node.put("transcript", column.name() + "/" + Report.transcriptPath(result));
  }
}
