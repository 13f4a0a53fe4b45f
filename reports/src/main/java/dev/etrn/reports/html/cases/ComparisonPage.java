package dev.etrn.reports.html.cases;

import dev.etrn.reports.comparison.CaseDifference;
import dev.etrn.reports.comparison.Comparison;
import dev.etrn.reports.html.Page;
import dev.etrn.reports.html.ScriptData;
import dev.etrn.reports.run.Report;
import dev.etrn.suites.catalogue.CaseInfo;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The writer of {@code compare.html}: the differences between a run and its baseline, with the
 * evidence of the run; the transcripts of the baseline stay in its directory.
 */
public final class ComparisonPage {

  private ComparisonPage() {}

  /** Returns the page of {@code comparison}, in which {@code report} is the later run. */
  public static String write(Report report, Comparison comparison) {
    List<CaseInfo> infos = comparison.differences().stream().map(ComparisonModel::info).toList();
    var model = new HashMap<String, Object>(RunPage.about(report));
    model.put("target", TargetText.of(report.run().target()));
    model.put("areas", CaseRow.areas(infos));
    model.put("levels", CaseRow.levels(infos));
    model.put("comparison", ComparisonModel.of(comparison, report.run()));
    model.put("catalogue", ScriptData.json(CatalogueData.of(infos)));
    model.put("evidence", ScriptData.json(evidence(report, comparison)));
    return Page.of("compare.ftlh", model);
  }

  private static Map<String, ResultEvidence> evidence(Report report, Comparison comparison) {
    List<CaseDifference> differences = comparison.differences();
    var evidenceById = ResultEvidence.all(report, "", ResultEvidence.longest(differences.size()));
    var evidenceOfDifferences = new LinkedHashMap<String, ResultEvidence>();
    for (CaseDifference difference : differences) {
      ResultEvidence now = evidenceById.get(difference.caseId());
      difference
          .before()
          .filter(before -> now == null)
          .map(ResultEvidence::ofVanished)
          .ifPresent(evidence -> evidenceOfDifferences.put(difference.caseId(), evidence));
      if (now != null) {
        evidenceOfDifferences.put(difference.caseId(), now);
      }
    }
    return evidenceOfDifferences;
  }
}
