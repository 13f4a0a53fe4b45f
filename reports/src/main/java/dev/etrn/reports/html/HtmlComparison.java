package dev.etrn.reports.html;

import dev.etrn.reports.Report;
import dev.etrn.reports.compare.Comparison;
import dev.etrn.reports.compare.Difference;
import dev.etrn.suites.catalogue.CaseInfo;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code compare.html}: what differs between a run and its baseline, with the evidence of
 * the run; the transcripts of the baseline stay with it.
 */
public final class HtmlComparison {

  private HtmlComparison() {}

  /** The page of {@code comparison}, in which {@code report} is the later run. */
  public static String write(Report report, Comparison comparison) {
    List<CaseInfo> infos = comparison.differences().stream().map(ComparisonModel::info).toList();
    var model = new HashMap<String, Object>(HtmlReport.about(report));
    model.put("target", TargetText.of(report.run().target()));
    model.put("areas", CaseRow.areas(infos));
    model.put("levels", CaseRow.levels(infos));
    model.put("comparison", ComparisonModel.of(comparison, report.run()));
    model.put("catalogue", ScriptData.json(CatalogueData.of(infos)));
    model.put("evidence", ScriptData.json(evidence(report, comparison)));
    return Page.of("compare.ftlh", model);
  }

  private static Map<String, Evidence> evidence(Report report, Comparison comparison) {
    List<Difference> differences = comparison.differences();
    var all = Evidence.all(report, "", Evidence.longest(differences.size()));
    var shown = new LinkedHashMap<String, Evidence>();
    for (Difference difference : differences) {
      Evidence now = all.get(difference.caseId());
      difference
          .before()
          .filter(before -> now == null)
          .map(Evidence::gone)
          .ifPresent(gone -> shown.put(difference.caseId(), gone));
      if (now != null) {
        shown.put(difference.caseId(), now);
      }
    }
    return shown;
  }
}
