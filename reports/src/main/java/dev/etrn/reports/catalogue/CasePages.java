package dev.etrn.reports.catalogue;

import dev.etrn.suites.cases.Experiment;
import dev.etrn.suites.catalogue.Requirement;
import dev.etrn.suites.catalogue.requirements.Requirements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The catalogue as a directory of Markdown: an index, the requirements, and a page per case. */
public final class CasePages {

  private CasePages() {}

  /** Returns the text of each file by its name. */
  public static Map<String, String> write(List<Experiment> cases) throws InterruptedException {
    var pages = new LinkedHashMap<String, String>();
    pages.put("index.md", index(cases));
    pages.put("requirements.md", requirements(cases));
    for (Experiment testCase : cases) {
      pages.put(testCase.info().id() + ".md", CasePage.write(testCase));
    }
    return pages;
  }

  private static String index(List<Experiment> cases) {
    var out =
        new StringBuilder("# Cases\n\nThe cases cover these [requirements](requirements.md).\n\n");
    out.append("| case | side | a correct server or client |\n|---|---|---|\n");
    for (Experiment testCase : cases) {
      out.append(
          "| %s | %s | %s |\n"
              .formatted(link(testCase), CasePage.side(testCase), testCase.info().title()));
    }
    return out.toString();
  }

  private static String requirements(List<Experiment> cases) {
    var out = new StringBuilder("# Requirements\n");
    for (Requirement requirement : Requirements.all()) {
      out.append("\n## ").append(requirement.id()).append("\n\n");
      out.append(requirement.sentence()).append(' ');
      out.append("(%s, %s)\n\n".formatted(requirement.level(), requirement.spec()));
      out.append(covered(requirement, cases)).append('\n');
    }
    return out.toString();
  }

  private static String covered(Requirement requirement, List<Experiment> cases) {
    String links =
        cases.stream()
            .filter(testCase -> testCase.info().requirements().contains(requirement.id()))
            .map(CasePages::link)
            .collect(Collectors.joining(", "));
    return links.isEmpty()
        ? requirement
            .untestable()
            .map(reason -> "Untestable: " + reason + ".")
            .orElse("Unit tests only.")
        : "Cases: " + links;
  }

  private static String link(Experiment testCase) {
    return "[%s](%s.md)".formatted(testCase.info().id(), testCase.info().id());
  }
}
