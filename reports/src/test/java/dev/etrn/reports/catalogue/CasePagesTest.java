package dev.etrn.reports.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.reports.GoldenFile;
import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Experiment;
import dev.etrn.suites.catalogue.requirements.Requirements;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The pages of {@code etrn cases}. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasePagesTest {

  private static final List<String> PARTS =
      List.of(
          "What failing it means",
          "What it needs",
          "What happens",
          "What is accepted, and why",
          "To repeat it");

  private Map<String, String> pages = Map.of();

  @BeforeAll
  void writePages() throws InterruptedException {
    pages = CasePages.write(Cases.ofBothSides());
  }

  @Test
  void haveEveryPartOfEveryCase() {
    for (Experiment testCase : Cases.ofBothSides()) {
      String page = page(testCase.info().id() + ".md");
      assertThat(page).startsWith("# " + testCase.info().id() + "\n\n" + testCase.info().title());
      for (String part : PARTS) {
        assertThat(text(page, part)).as(testCase.info().id() + ": " + part).isNotBlank();
      }
      assertThat(text(page, "What happens"))
          .as(testCase.info().id())
          .containsPattern("(C1 > |C1 closed|visit 1: |This rule sends nothing: )");
      assertThat(text(page, "To repeat it"))
          .endsWith(" --select " + testCase.info().id() + "\n```");
    }
  }

  @Test
  void leadFromTheIndexToEveryCaseAndFromRequirementsToo() {
    for (Experiment testCase : Cases.ofBothSides()) {
      String link = "[%s](%s.md)".formatted(testCase.info().id(), testCase.info().id());
      assertThat(page("index.md")).contains(link);
      assertThat(page("requirements.md")).contains(link);
    }
    Requirements.all().forEach(r -> assertThat(page("requirements.md")).contains(r.sentence()));
  }

  @Test
  void tellWhatTheJudgeMakesOfEachReplyCode() throws IOException {
    GoldenFile.assertSame("case-page.md", page("etrn.reply.no-argument.md"));
  }

  @Test
  void tellWhatTheScriptedServerDoes() throws IOException {
    GoldenFile.assertSame("client-case-page.md", page("etrn.client.starttls.md"));
  }

  private String page(String name) {
    return pages.getOrDefault(name, "");
  }

  private static String text(String page, String part) {
    int start = page.indexOf("\n## " + part + "\n");
    assertThat(start).as(part).isPositive();
    String rest = page.substring(start + part.length() + 5);
    int end = rest.indexOf("\n## ");
    return (end < 0 ? rest : rest.substring(0, end)).strip();
  }
}
