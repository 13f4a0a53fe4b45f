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
 * Writes {@code compare.html}: what differs between a run and its baseline, with the evidence of
 * the run; the transcripts of the baseline stay with it.
 */
public final class ComparisonPage {

  private ComparisonPage() {}

  /** The page of {@code comparison}, in which {@code report} is the later run. */
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
    var all = ResultEvidence.all(report, "", ResultEvidence.longest(differences.size()));
    var shown = new LinkedHashMap<String, ResultEvidence>();
    for (CaseDifference difference : differences) {
      ResultEvidence now = all.get(difference.caseId());
      difference
          .before()
          .filter(before -> now == null)
          .map(ResultEvidence::gone)
          .ifPresent(gone -> shown.put(difference.caseId(), gone));
      if (now != null) {
        shown.put(difference.caseId(), now);
      }
    }
    return shown;
  }
}
