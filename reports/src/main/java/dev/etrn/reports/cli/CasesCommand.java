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

/** The {@code etrn cases} command. */
@Command(
    name = "cases",
    description = "Prints the catalogue of cases and the requirements that they cover.",
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

  /** The form of the output; only one can be chosen. */
  private static final class Form {
    @Option(
        names = "--markdown",
        description = "Print Markdown, with each requirement and the cases that cover it.")
    private boolean markdown;

    @Option(
        names = "--json",
        description = "Print JSON, with each requirement and the cases that cover it.")
    private boolean json;

    @Option(
        names = "--pages",
        paramLabel = "DIR",
        description = "Write a Markdown page for each case, and an index, to this directory.")
    private @Nullable Path pages;

    @Parameters(
        paramLabel = "GLOB",
        arity = "0..1",
        description =
            "Print only cases whose id or requirement matches; if only one matches, print its"
                + " page: what it sends, what it accepts, and why.",
        completionCandidates = CaseIds.class)
    private @Nullable String glob;
  }

  @ArgGroup private Form form = new Form();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    if (form.glob != null) {
      printMatching(out, form.glob);
    } else if (form.pages != null) {
      writePages(out, form.pages);
    } else if (form.markdown) {
      out.print(CatalogueMarkdown.write(Cases.ofBothSides()));
    } else if (form.json) {
      out.print(CatalogueJson.write(Cases.ofBothSides()));
    } else {
      Cases.ofBothSides().forEach(testCase -> printCase(out, testCase));
      out.println();
      Requirements.all().stream()
          .filter(CasesCommand::isCoveredElsewhere)
          .forEach(r -> printWithoutCase(out, r));
    }
    out.flush();
    return ExitCode.AS_EXPECTED.number();
  }

  private void printMatching(PrintWriter out, String glob) throws InterruptedException {
    List<Experiment> cases = CaseSelection.byName(glob, Cases.ofBothSides());
    Optional<Requirement> requirement =
        Requirements.all().stream()
            .filter(r -> r.id().equalsIgnoreCase(glob) && isCoveredElsewhere(r))
            .findFirst();
    if (cases.isEmpty() && requirement.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "no case or requirement is called "
              + EscapedText.line(glob)
              + ": etrn cases lists all of them");
    } else if (cases.size() == 1 && requirement.isEmpty()) {
      out.print(CasePage.write(cases.get(0)));
    } else {
      cases.forEach(testCase -> printCase(out, testCase));
      requirement.ifPresent(r -> printWithoutCase(out, r));
    }
  }

  private static boolean isCoveredElsewhere(Requirement requirement) {
    return !requirement.unitTests().isEmpty() || requirement.untestable().isPresent();
  }

  private void writePages(PrintWriter out, Path directory) throws InterruptedException {
    Map<String, String> pages;
    try {
      Files.createDirectories(directory);
      pages = CasePages.write(Cases.ofBothSides());
      for (Map.Entry<String, String> page : pages.entrySet()) {
        Files.writeString(directory.resolve(page.getKey()), page.getValue());
      }
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(),
          "cannot write to " + directory + ": name another directory with --pages",
          e);
    }
    out.printf("%d pages; begin with %s%n", pages.size(), directory.resolve("index.md"));
  }

  /** Prints a requirement that unit tests cover, or that cannot be tested. */
  private static void printWithoutCase(PrintWriter out, Requirement requirement) {
    String coverage =
        requirement
            .untestable()
            .map(reason -> "untestable: " + reason)
            .orElseGet(() -> "unit test: " + String.join(", ", requirement.unitTests()));
    out.printf("%-10s %s%n", requirement.id(), coverage);
  }

  private static void printCase(PrintWriter out, Experiment testCase) {
    out.printf(
        "%-36s %-28s %s%n",
        testCase.info().id(),
        String.join(" ", testCase.info().requirements()),
        testCase.info().title());
  }
}
