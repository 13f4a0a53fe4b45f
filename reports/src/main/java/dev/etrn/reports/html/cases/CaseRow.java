package dev.etrn.reports.html.cases;

import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.catalogue.Requirement;
import dev.etrn.suites.catalogue.requirements.Requirements;
import java.util.Collection;
import java.util.List;

/**
 * The row of a case on a page, without its cells.
 *
 * @param levels the levels of its requirements, separated by blanks
 * @param requirements the ids of its requirements, separated by commas
 */
public record CaseRow(String id, String title, String area, String levels, String requirements) {

  static CaseRow of(CaseInfo info) {
    return new CaseRow(
        info.id(),
        info.title(),
        info.area(),
        String.join(" ", levels(List.of(info))),
        String.join(", ", info.requirements()));
  }

  /** Returns the levels of all requirements of these cases, strongest first. */
  static List<String> levels(Collection<CaseInfo> infos) {
    return infos.stream()
        .flatMap(info -> info.requirements().stream())
        .flatMap(id -> Requirements.find(id).stream())
        .map(Requirement::level)
        .distinct()
        .sorted()
        .map(Enum::name)
        .toList();
  }

  /** Returns the areas of these cases, in their order. */
  static List<String> areas(Collection<CaseInfo> infos) {
    return infos.stream().map(CaseInfo::area).distinct().toList();
  }
}
