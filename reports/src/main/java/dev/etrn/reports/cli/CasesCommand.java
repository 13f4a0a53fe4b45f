package dev.etrn.reports.cli;

import dev.etrn.reports.json.CatalogueJson;
import dev.etrn.reports.markdown.CatalogueMarkdown;
import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Experiment;
import dev.etrn.suites.catalogue.Requirement;
import dev.etrn.suites.catalogue.Requirements;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code etrn cases}. */
@Command(
    name = "cases",
    description = "Prints the catalogue: cases, and the requirements that they cover.",
    footer = {"", "Example:", "  etrn cases --markdown > cases.md"})
final class CasesCommand implements Callable<Integer> {

  /** One form at a time. */
  private static final class Form {
    @Option(
        names = "--markdown",
        description = "As Markdown, with every requirement and what covers it.")
    private boolean markdown;

    @Option(names = "--json", description = "As JSON, with every requirement and what covers it.")
    private boolean json;
  }

  @ArgGroup private Form form = new Form();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (form.markdown) {
      out.print(CatalogueMarkdown.write(Cases.ofBothSides()));
    } else if (form.json) {
      out.print(CatalogueJson.write(Cases.ofBothSides()));
    } else {
      Cases.ofBothSides().forEach(one -> line(out, one));
      out.println();
      Requirements.all().stream()
          .filter(r -> !r.unitTests().isEmpty() || r.untestable().isPresent())
          .forEach(r -> withoutCase(out, r));
    }
    out.flush();
    return ExitCode.AS_EXPECTED.number();
  }

  /** What no case covers, or not alone. */
  private static void withoutCase(PrintWriter out, Requirement requirement) {
    String how =
        requirement
            .untestable()
            .map(why -> "untestable: " + why)
            .orElseGet(() -> "unit test: " + String.join(", ", requirement.unitTests()));
    out.printf("%-10s %s%n", requirement.id(), how);
  }

  private static void line(PrintWriter out, Experiment one) {
    out.printf(
        "%-36s %-28s %s%n",
        one.info().id(), String.join(" ", one.info().requirements()), one.info().title());
  }
}
