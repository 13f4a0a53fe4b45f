package dev.etrn.reports.run.sarif;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.etrn.reports.EscapedText;
import dev.etrn.reports.JsonText;
import dev.etrn.reports.run.Report;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import java.util.List;

/**
 * The writer of {@code results.sarif} (SARIF 2.1.0): a rule for each case that was played, and a
 * result for each FAIL, WARN and NOTE.
 *
 * <p>INCONCLUSIVE and ERROR say nothing about the target and become notifications of the
 * invocation. A mail server has no source files, so the location of a result is logical, and in the
 * transcript that is its evidence.
 */
public final class SarifJson {

  private SarifJson() {}

  public static String write(Report report) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    root.put("version", "2.1.0");
    ObjectNode run = root.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "etrn").put("version", report.tool().version());
    SarifRules.write(driver.putArray("rules"), report.run().cases());
    String target = EscapedText.line(report.run().target().name());
    run.putObject("automationDetails").put("id", "etrn/" + target + "/");
    invocation(run.putArray("invocations").addObject(), report);
    SarifResults.write(run.putArray("results"), report);
    return JsonText.of(root);
  }

  private static void invocation(ObjectNode invocation, Report report) {
    List<CaseResult> cases = report.run().cases();
    boolean isDefective = cases.stream().anyMatch(c -> c.verdict() == Verdict.ERROR);
    invocation.put("executionSuccessful", report.run().complete() && !isDefective);
    invocation.put("startTimeUtc", report.run().startedAt().toString());
    invocation.put("commandLine", report.command());
    ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
    for (int i = 0; i < cases.size(); i++) {
      CaseResult result = cases.get(i);
      if (result.verdict() == Verdict.ERROR || result.verdict() == Verdict.INCONCLUSIVE) {
        ObjectNode notification = notifications.addObject();
        notification.put("level", result.verdict() == Verdict.ERROR ? "error" : "warning");
        notification.putObject("associatedRule").put("id", result.info().id()).put("index", i);
        notification
            .putObject("message")
            .put("text", result.verdict() + ": " + EscapedText.line(result.observed()));
      }
    }
  }
}
