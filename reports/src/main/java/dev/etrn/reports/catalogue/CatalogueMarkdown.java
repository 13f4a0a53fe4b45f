package dev.etrn.reports.catalogue;

import dev.etrn.suites.cases.Experiment;
import dev.etrn.suites.catalogue.Requirement;
import dev.etrn.suites.catalogue.requirements.Requirements;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue as Markdown: every requirement with its cases and tests, then the cases. */
public final class CatalogueMarkdown {

  private CatalogueMarkdown() {}

  public static String write(List<Experiment> cases) {
    var out = new StringBuilder("# Requirements\n\n");
    out.append(
        "| id | level | specification | requirement | covered by |\n|---|---|---|---|---|\n");
    Requirements.all().forEach(r -> requirement(out, r, cases));
    out.append("\n# Cases\n\n| case | a correct server or client | accepted |\n|---|---|---|\n");
    for (Experiment testCase : cases) {
      out.append("| `").append(testCase.info().id()).append("` | ").append(testCase.info().title());
      out.append(" | ").append(testCase.info().expected()).append(" |\n");
    }
    return out.toString();
  }

  private static void requirement(
      StringBuilder out, Requirement requirement, List<Experiment> cases) {
    out.append("| ").append(requirement.id());
    out.append(" | ").append(requirement.level());
    out.append(" | ").append(requirement.spec());
    out.append(" | ").append(requirement.sentence());
    out.append(" | ").append(covered(requirement, cases)).append(" |\n");
  }

  /** Returns the cases and the unit tests of a requirement, or the reason for none. */
  private static String covered(Requirement requirement, List<Experiment> cases) {
    Stream<String> byCases =
        cases.stream()
            .filter(c -> c.info().requirements().contains(requirement.id()))
            .map(c -> "`" + c.info().id() + "`");
    Stream<String> byTests = requirement.unitTests().stream().map(t -> "unit test `" + t + "`");
    return requirement
        .untestable()
        .map(reason -> "none: " + reason)
        .orElseGet(() -> Stream.concat(byCases, byTests).collect(Collectors.joining(", ")));
  }
}
