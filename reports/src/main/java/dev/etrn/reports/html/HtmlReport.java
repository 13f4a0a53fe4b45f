package dev.etrn.reports.html;

import dev.etrn.reports.Printable;
import dev.etrn.reports.RepeatText;
import dev.etrn.reports.Report;
import dev.etrn.reports.VerdictMark;
import dev.etrn.reports.WaiverText;
import dev.etrn.suites.catalogue.Requirements;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.CaseResult;
import dev.etrn.suites.run.Expectation;
import dev.etrn.suites.transcript.TranscriptText;
import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes {@code report.html}: one page with styles and script in it, which opens offline.
 *
 * <p>Every value is escaped by the template's HTML output format; transcripts are escaped octets to
 * begin with, so nothing that a target sends becomes markup.
 */
public final class HtmlReport {

  private HtmlReport() {}

  public static String write(Report report) {
    return Page.of("report.ftlh", model(report));
  }

  private static Map<String, Object> model(Report report) {
    var model = new HashMap<String, Object>(run(report));
    model.put("stale", report.expectations().stale().stream().map(WaiverText::of).toList());
    model.put("cases", cases(report));
    report.comparison().ifPresent(c -> model.put("comparison", ComparisonModel.of(c)));
    return model;
  }

  private static Map<String, Object> run(Report report) {
    var run = report.run();
    return Map.of(
        "target",
        Map.of(
            "name", run.target().name(),
            "address", run.target().address(),
            "banner", Printable.line(run.target().banner()),
            "ehlo", run.target().ehlo().stream().map(Printable::line).toList()),
        "tool",
        Map.of("version", report.tool().version(), "java", report.tool().java()),
        "startedAt",
        run.startedAt().toString(),
        "profile",
        run.profile().name().toLowerCase(Locale.ROOT),
        "complete",
        run.complete(),
        "verdicts",
        Stream.of(Verdict.values())
            .map(v -> verdict(v, run.summary().getOrDefault(v, 0L)))
            .toList());
  }

  private static List<Map<String, Object>> cases(Report report) {
    return report.run().cases().stream()
        .sorted(Comparator.comparingInt(c -> Verdict.WORST_FIRST.indexOf(c.verdict())))
        .map(c -> oneCase(c, report))
        .toList();
  }

  private static Map<String, Object> verdict(Verdict verdict, long count) {
    return Map.of(
        "name", verdict.name(),
        "label", verdict.name().replace('_', ' '),
        "mark", VerdictMark.of(verdict),
        "meaning", verdict.meaning(),
        "count", count);
  }

  private static Map<String, Object> oneCase(CaseResult result, Report report) {
    Map<String, Object> model = new HashMap<>(alwaysKnown(result, report));
    report.expectation(result).ifPresent(e -> model.put("waiver", waiver(e)));
    return model;
  }

  private static Map<String, String> waiver(Expectation expectation) {
    return Map.of(
        "word", expectation.isFail() ? "waived" : "passes unexpectedly",
        "kind", expectation.kind().word(),
        "reason", Printable.line(expectation.waiver().reason()),
        "expires", expectation.waiver().expires().toString(),
        "link", expectation.waiver().link().map(URI::toString).orElse(""));
  }

  private static Map<String, Object> alwaysKnown(CaseResult result, Report report) {
    return Map.of(
        "id", result.info().id(),
        "title", result.info().title(),
        "attempts", RepeatText.of(result),
        "verdict", verdict(result.verdict(), 1),
        "expected", result.info().expected(),
        "observed", Printable.line(result.observed()),
        "millis", String.format(Locale.ROOT, "%.1f", result.nanos() / 1e6),
        "requirements", requirements(result),
        "transcript", TranscriptText.write(result.transcript()),
        "replay", report.replay(result));
  }

  private static List<Map<String, String>> requirements(CaseResult result) {
    return result.info().requirements().stream()
        .map(Requirements::byId)
        .map(
            r ->
                Map.of(
                    "id", r.id(),
                    "level", r.level().name(),
                    "spec", r.spec(),
                    "sentence", r.sentence()))
        .toList();
  }
}
