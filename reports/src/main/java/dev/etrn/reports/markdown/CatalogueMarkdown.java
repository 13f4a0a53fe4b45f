package dev.etrn.reports.markdown;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.catalogue.Requirement;
import dev.etrn.suites.catalogue.Requirements;
import java.util.List;
import java.util.stream.Collectors;

/** The catalogue as Markdown: every requirement with the cases that cover it, then the cases. */
public final class CatalogueMarkdown {

  private CatalogueMarkdown() {}

  public static String write(List<Case> cases) {
    var out = new StringBuilder("# Requirements\n\n");
    out.append("| id | level | specification | requirement | cases |\n|---|---|---|---|---|\n");
    Requirements.all().forEach(r -> requirement(out, r, cases));
    out.append("\n# Cases\n\n| case | a correct server | accepted |\n|---|---|---|\n");
    for (Case one : cases) {
      out.append("| `").append(one.info().id()).append("` | ").append(one.info().title());
      out.append(" | ").append(one.info().expected()).append(" |\n");
    }
    return out.toString();
  }

  private static void requirement(StringBuilder out, Requirement requirement, List<Case> cases) {
    String covered =
        cases.stream()
            .filter(c -> c.info().requirements().contains(requirement.id()))
            .map(c -> "`" + c.info().id() + "`")
            .collect(Collectors.joining(", "));
    out.append("| ").append(requirement.id());
    out.append(" | ").append(requirement.level());
    out.append(" | ").append(requirement.spec());
    out.append(" | ").append(requirement.sentence());
    out.append(" | ").append(requirement.untestable().map(w -> "none: " + w).orElse(covered));
    out.append(" |\n");
  }
}
