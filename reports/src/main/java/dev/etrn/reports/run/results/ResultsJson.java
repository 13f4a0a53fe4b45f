package dev.etrn.reports.run.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.etrn.reports.JsonText;
import dev.etrn.reports.ToolInfo;
import dev.etrn.reports.run.Headline;
import dev.etrn.reports.run.Report;
import dev.etrn.suites.catalogue.Requirement;
import dev.etrn.suites.catalogue.requirements.Requirements;
import dev.etrn.suites.run.result.Attempt;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The writer of {@code results.json}, as in {@code results.schema.json}. */
public final class ResultsJson {

  private static final int SCHEMA = 1;

  private ResultsJson() {}

  public static String write(Report report) {
    RunResult run = report.run();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", SCHEMA);
    tool(root.putObject("tool"), report.tool());
    root.put("headline", Headline.of(report));
    root.put("startedAt", run.startedAt().toString());
    root.put("seed", run.seed());
    root.put("profile", run.profile().name().toLowerCase(Locale.ROOT));
    root.put("complete", run.complete());
    if (!run.notices().isEmpty()) {
      ArrayNode notices = root.putArray("notices");
      run.notices().forEach(notices::add);
    }
    target(root.putObject("target"), run.target());
    ObjectNode summary = root.putObject("summary");
    run.summary().forEach((verdict, count) -> summary.put(verdict.name(), count));
    ArrayNode cases = root.putArray("cases");
    run.cases().forEach(result -> oneCase(cases.addObject(), result, report));
    report
        .comparison()
        .ifPresent(comparison -> ComparisonJson.write(root.putObject("baseline"), comparison));
    if (!report.expectations().waivers().all().isEmpty()) {
      WaiversJson.write(root.putArray("waivers"), report.expectations());
    }
    return JsonText.of(root);
  }

  private static void tool(ObjectNode node, ToolInfo tool) {
    node.put("version", tool.version()).put("commit", tool.commit()).put("java", tool.java());
  }

  private static void target(ObjectNode node, RunResult.TargetSeen target) {
    node.put("name", target.name());
    node.put("address", target.address());
    node.put("image", target.image());
    if (!target.version().isEmpty()) {
      node.put("version", target.version());
    }
    node.put("banner", target.banner());
    ArrayNode ehlo = node.putArray("ehlo");
    target.ehlo().forEach(ehlo::add);
  }

  private static void oneCase(ObjectNode node, CaseResult result, Report report) {
    node.put("id", result.info().id());
    node.put("revision", result.info().revision());
    node.put("title", result.info().title());
    node.put("verdict", result.verdict().name());
    node.put("expectation", report.expectation(result).map(e -> e.kind().word()).orElse(null));
    ArrayNode requirements = node.putArray("requirements");
    for (String id : requirementIds(result)) {
      Requirement requirement = Requirements.byId(id);
      ObjectNode requirementNode = requirements.addObject().put("id", id);
      requirementNode.put("level", requirement.level().name()).put("spec", requirement.spec());
      if (result.broken().contains(id)) {
        requirementNode.put("broken", true);
      }
    }
    node.put("expected", result.info().expected());
    node.put("observed", result.observed());
    node.put("nanos", result.nanos());
    node.put("transcript", Report.transcriptPath(result));
    node.put("replay", report.replayCommand(result));
    if (result.attempts().size() > 1) {
      node.put("unstable", result.isUnstable());
      ArrayNode runs = node.putArray("runs");
      result.attempts().forEach(attempt -> oneAttempt(runs.addObject(), result, attempt));
    }
  }

  /** Returns the requirements that the case covers, and any others that it found broken. */
  private static Set<String> requirementIds(CaseResult result) {
    var ids = new LinkedHashSet<String>(result.info().requirements());
    ids.addAll(result.broken());
    return ids;
  }

  private static void oneAttempt(ObjectNode node, CaseResult result, Attempt attempt) {
    node.put("verdict", attempt.verdict().name());
    node.put("observed", attempt.observed());
    node.put("nanos", attempt.nanos());
    node.put("transcript", Report.transcriptPath(result, attempt));
  }
}
