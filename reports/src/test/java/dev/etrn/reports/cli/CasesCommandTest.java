package dev.etrn.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.Cases;
import dev.etrn.suites.catalogue.Requirement;
import dev.etrn.suites.catalogue.requirements.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code etrn cases} command. */
class CasesCommandTest {

  @TempDir private Path directory = Path.of("");

  @Test
  void printsThePageOfOneCase() {
    CommandRun run = CommandRun.of("cases", "etrn.reply.no-argument");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("# etrn.reply.no-argument\n")
        .contains("C1 > ETRN\\r\\n\n")
        .contains("| PASS | PASS | 500, 501 |\n");
  }

  @Test
  @Tag("slow")
  void writesAPageForEachCase() {
    Path pages = directory.resolve("new").resolve("pages");
    CommandRun run = CommandRun.of("cases", "--pages", pages.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("begin with " + pages.resolve("index.md"));
    assertThat(pages.resolve("index.md")).isNotEmptyFile();
    assertThat(Cases.ofBothSides())
        .allSatisfy(
            testCase -> assertThat(pages.resolve(testCase.info().id() + ".md")).isNotEmptyFile());
  }

  @Test
  void refusesACaseThatThereIsNot() {
    CommandRun run = CommandRun.of("cases", "etrn.reply.nope");
    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err())
        .contains("no case or requirement is called etrn.reply.nope: etrn cases lists all of them");
  }

  @Test
  void listsTheCasesOfARequirementAndOfAGlob() {
    CommandRun requirement = CommandRun.of("cases", "etrn-037");
    assertThat(requirement.code()).isZero();
    assertThat(requirement.out().lines())
        .hasSizeGreaterThan(1)
        .allSatisfy(line -> assertThat(line).contains("ETRN-037"));
    CommandRun glob = CommandRun.of("cases", "etrn.limits.*");
    assertThat(glob.out().lines())
        .hasSizeGreaterThan(1)
        .allSatisfy(line -> assertThat(line).startsWith("etrn.limits."));
  }

  @Test
  void saysWhatCoversARequirementWithoutCases() {
    String id =
        Requirements.all().stream()
            .filter(requirement -> requirement.untestable().isPresent())
            .map(Requirement::id)
            .findFirst()
            .orElseThrow();
    assertThat(CommandRun.of("cases", id).out()).contains(id).contains("untestable: ");
  }

  @Test
  void refusesADirectoryThatIsAFile() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "here already");
    CommandRun run = CommandRun.of("cases", "--pages", file.toString());
    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err())
        .contains("cannot write to " + file + ": name another directory with --pages");
    assertThat(file).hasContent("here already");
  }
}
