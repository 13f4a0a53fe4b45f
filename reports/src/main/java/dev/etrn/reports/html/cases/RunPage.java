package dev.etrn.reports.html.cases;

import dev.etrn.reports.html.Page;
import dev.etrn.reports.html.ScriptData;
import dev.etrn.reports.html.VerdictText;
import dev.etrn.reports.run.Headline;
import dev.etrn.reports.run.RepeatText;
import dev.etrn.reports.run.Report;
import dev.etrn.reports.run.WaiverText;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The writer of {@code report.html}: one page with style, script and evidence, which opens offline.
 *
 * <p>Every value is escaped by the template's HTML output format, or is in JSON that the page's
 * script shows as text; transcripts consist of escaped octets. Nothing that a target sends becomes
 * markup.
 */
public final class RunPage {

  private RunPage() {}

  public static String write(Report report) {
    return Page.of("report.ftlh", model(report));
  }

  private static Map<String, Object> model(Report report) {
    RunResult run = report.run();
    List<CaseInfo> infos = run.cases().stream().map(CaseResult::info).toList();
    var model = new HashMap<String, Object>(about(report));
    model.put("headline", CutText.line(Headline.of(report)));
    model.put("target", TargetText.of(run.target()));
    model.put("counts", VerdictCount.of(run.cases()));
    model.put("areas", CaseRow.areas(infos));
    model.put("levels", CaseRow.levels(infos));
    model.put("rows", rows(report));
    model.put("specifications", specifications(run, infos));
    model.put("catalogue", ScriptData.json(CatalogueData.of(infos)));
    model.put(
        "evidence",
        ScriptData.json(
            ResultEvidence.all(report, "", ResultEvidence.longest(run.cases().size()))));
    report.comparison().ifPresent(c -> model.put("comparison", ComparisonModel.of(c, run)));
    return model;
  }

  static Map<String, Object> about(Report report) {
    RunResult run = report.run();
    return Map.of(
        "tool", Map.of("version", report.tool().version(), "java", report.tool().java()),
        "startedAt", run.startedAt().toString(),
        "seconds", seconds(run),
        "profile", run.profile().name().toLowerCase(Locale.ROOT),
        "complete", run.complete(),
        "stale", report.expectations().stale().stream().map(WaiverText::of).toList());
  }

  /** Returns the time of all cases one after the other; a run plays several at once. */
  private static String seconds(RunResult run) {
    long nanos = run.cases().stream().mapToLong(CaseResult::nanos).sum();
    return String.format(Locale.ROOT, "%.1f", nanos / 1e9);
  }

  private static List<Map<String, Object>> rows(Report report) {
    return report.run().cases().stream()
        .sorted(Report.WORST_FIRST)
        .map(c -> row(c, report))
        .toList();
  }

  private static Map<String, Object> row(CaseResult result, Report report) {
    return Map.of(
        "case",
        CaseRow.of(result.info()),
        "verdict",
        VerdictText.of(result.verdict()),
        "attempts",
        RepeatText.of(result),
        "waiver",
        report.expectation(result).map(ResultEvidence.Waived::word).orElse(""),
        "observed",
        CutText.line(result.observed()));
  }

  private static List<Map<String, Object>> specifications(RunResult run, List<CaseInfo> infos) {
    Map<String, CaseResult> results =
        run.cases().stream()
            .collect(
                Collectors.toMap(
                    c -> c.info().id(), Function.identity(), (first, second) -> first));
    return SpecificationView.of(
        infos,
        cases ->
            List.of(
                cases.stream().map(info -> results.get(info.id())).map(EvidenceLink::of).toList()));
  }
}
