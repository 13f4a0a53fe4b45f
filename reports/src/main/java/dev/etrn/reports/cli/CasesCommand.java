package dev.etrn.reports.cli;

import dev.etrn.reports.EscapedText;
import dev.etrn.reports.catalogue.CasePage;
import dev.etrn.reports.catalogue.CasePages;
import dev.etrn.reports.catalogue.CatalogueJson;
import dev.etrn.reports.catalogue.CatalogueMarkdown;
import dev.etrn.reports.cli.exit.ExitCode;
import dev.etrn.reports.cli.exit.ExitText;
import dev.etrn.reports.cli.option.CaseIds;
import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Experiment;
import dev.etrn.suites.catalogue.Requirement;
import dev.etrn.suites.catalogue.requirements.Requirements;
import dev.etrn.suites.run.plan.CaseSelection;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code etrn cases}. */
@Command(
    name = "cases",
    description = "Prints the catalogue: cases, and the requirements that they cover.",
    exitCodeListHeading = ExitText.HEADING,
    exitCodeList = {ExitText.AS_EXPECTED, ExitText.WRONG_USAGE, ExitText.INTERNAL_ERROR},
    footerHeading = "%nExamples:%n",
    footer = {
      "  etrn cases etrn.reply.no-argument",
      "  etrn cases 'etrn.limits.*'",
      "  etrn cases ETRN-038",
      "  etrn cases --pages cases",
      "  etrn cases --markdown > cases.md"
    })
final class CasesCommand implements Callable<Integer> {

  /** One form at a time. */
  private static final class Form {
    @Option(
        names = "--markdown",
        description = "As Markdown, with every requirement and what covers it.")
    private boolean markdown;

    @Option(names = "--json", description = "As JSON, with every requirement and what covers it.")
    private boolean json;

    @Option(
        names = "--pages",
        paramLabel = "DIR",
        description = "A page of Markdown for each case, with an index, in this directory.")
    private @Nullable Path pages;

    @Parameters(
        paramLabel = "GLOB",
        arity = "0..1",
        description =
            "Only cases whose id, or a requirement of which, matches; of a single case its page:"
                + " what it sends, what it accepts, and why.",
        completionCandidates = CaseIds.class)
    private @Nullable String glob;
  }

  @ArgGroup private Form form = new Form();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    if (form.glob != null) {
      matching(out, form.glob);
    } else if (form.pages != null) {
      writePages(out, form.pages);
    } else if (form.markdown) {
      out.print(CatalogueMarkdown.write(Cases.ofBothSides()));
    } else if (form.json) {
      out.print(CatalogueJson.write(Cases.ofBothSides()));
    } else {
      Cases.ofBothSides().forEach(one -> line(out, one));
      out.println();
      Requirements.all().stream()
          .filter(CasesCommand::isCoveredElsewhere)
          .forEach(r -> withoutCase(out, r));
    }
    out.flush();
    return ExitCode.AS_EXPECTED.number();
  }

  private void matching(PrintWriter out, String glob) throws InterruptedException {
    List<Experiment> cases = CaseSelection.byName(glob, Cases.ofBothSides());
    Optional<Requirement> alone =
        Requirements.all().stream()
            .filter(r -> r.id().equalsIgnoreCase(glob) && isCoveredElsewhere(r))
            .findFirst();
    if (cases.isEmpty() && alone.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "no case and no requirement is called "
              + EscapedText.line(glob)
              + ": see etrn cases for all of them");
    } else if (cases.size() == 1 && alone.isEmpty()) {
      out.print(CasePage.write(cases.get(0)));
    } else {
      cases.forEach(one -> line(out, one));
      alone.ifPresent(r -> withoutCase(out, r));
    }
  }

  private static boolean isCoveredElsewhere(Requirement requirement) {
    return !requirement.unitTests().isEmpty() || requirement.untestable().isPresent();
  }

  private void writePages(PrintWriter out, Path directory) throws InterruptedException {
    Map<String, String> pages = CasePages.write(Cases.ofBothSides());
    try {
      Files.createDirectories(directory);
      for (Map.Entry<String, String> page : pages.entrySet()) {
        Files.writeString(directory.resolve(page.getKey()), page.getValue());
      }
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(),
          "--pages " + directory + " cannot be written: give a directory that can",
          e);
    }
    out.printf("%d pages; begin at %s%n", pages.size(), directory.resolve("index.md"));
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
