package dev.etrn.reports.cli;

import dev.etrn.reports.json.CatalogueJson;
import dev.etrn.reports.markdown.CatalogueMarkdown;
import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Case;
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
    @Option(names = "--markdown", description = "As Markdown, with every requirement.")
    private boolean markdown;

    @Option(names = "--json", description = "As JSON, with every requirement.")
    private boolean json;
  }

  @ArgGroup private Form form = new Form();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (form.markdown) {
      out.print(CatalogueMarkdown.write(Cases.all()));
    } else if (form.json) {
      out.print(CatalogueJson.write(Cases.all()));
    } else {
      Cases.all().forEach(one -> line(out, one));
    }
    out.flush();
    return ExitCode.AS_EXPECTED.number();
  }

  private static void line(PrintWriter out, Case one) {
    out.printf(
        "%-36s %-28s %s%n",
        one.info().id(), String.join(" ", one.info().requirements()), one.info().title());
  }
}
