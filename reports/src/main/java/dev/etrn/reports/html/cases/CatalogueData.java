package dev.etrn.reports.html.cases;

import dev.etrn.reports.html.VerdictText;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.catalogue.Requirement;
import dev.etrn.suites.catalogue.requirements.Requirements;
import dev.etrn.suites.judge.Verdict;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The part of the catalogue that the drawer needs, once for all targets.
 *
 * @param verdicts the verdicts by name
 * @param cases the cases by id
 * @param requirements the known requirements of these cases by id
 */
record CatalogueData(
    Map<Verdict, VerdictText> verdicts,
    Map<String, CaseText> cases,
    Map<String, RequirementText> requirements) {

  record CaseText(String title, String expected, Collection<String> requirements) {}

  record RequirementText(String level, String spec, String sentence) {

    static RequirementText of(Requirement requirement) {
      return new RequirementText(
          requirement.level().name(), requirement.spec(), requirement.sentence());
    }
  }

  static CatalogueData of(Collection<CaseInfo> infos) {
    var verdicts = new EnumMap<Verdict, VerdictText>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(verdict, VerdictText.of(verdict));
    }
    var cases = new TreeMap<String, CaseText>();
    var requirements = new TreeMap<String, RequirementText>();
    for (CaseInfo info : infos) {
      cases.put(info.id(), new CaseText(info.title(), info.expected(), info.requirements()));
      info.requirements().stream()
          .flatMap(id -> Requirements.find(id).stream())
          .forEach(
              requirement -> requirements.put(requirement.id(), RequirementText.of(requirement)));
    }
    return new CatalogueData(verdicts, cases, requirements);
  }
}
