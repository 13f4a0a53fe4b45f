package dev.etrn.reports.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.reports.cli.CommandRun;
import dev.etrn.reports.cli.WrongServer;
import dev.etrn.reports.cli.option.CaseIds;
import dev.etrn.reports.document.Document;
import dev.etrn.suites.waivers.Waivers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code etrn verify --waivers} command, on a server that answers every ETRN with 220. */
class WaiversCommandTest {

  private static final String CASE = "etrn.syntax.option-without-name";

  @TempDir private Path directory = Path.of("");

  @Test
  void exitsWith0WhenTheDeviationIsWaived() throws Exception {
    CommandRun run = verify("2030-12-31", "verdict: FAIL, contains: '220'", CASE);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("FAIL 1, waived 1").contains("waived: known (until 2030-12-31)");
    assertThat(directory.resolve("out/results.json")).content().contains("\"xfail\"");
  }

  @Test
  void saysInALogThatAFailIsWaived() throws Exception {
    assertThat(verify("2030-12-31", "verdict: FAIL, contains: '220'", CASE).out().lines())
        .contains("FAIL " + CASE + " (waived)");
    assertThat(verify("2030-05-31", "verdict: FAIL", CASE).out().lines()).contains("FAIL " + CASE);
  }

  @Test
  void exitsWith1WhenTheEvidenceIsAnother() throws Exception {
    CommandRun run = verify("2030-12-31", "verdict: FAIL, contains: '250'", CASE);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("the waiver of " + CASE + " is stale: it expects FAIL with");
  }

  @Test
  void exitsWith1WhenTheWaiverExpired() throws Exception {
    CommandRun run = verify("2030-05-31", "verdict: FAIL", CASE);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("it expired on 2030-05-31");
  }

  @Test
  void exitsWith2OnAnUnexpectedPass() throws Exception {
    Path file = waivers("etrn.keywords.once", "2030-12-31", "verdict: FAIL");
    CommandRun run = run("embedded", file, "etrn.keywords.once");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("passes unexpectedly, remove its waiver");
  }

  @Test
  void exitsWith2WhenAWaiverNamesNoCase() throws Exception {
    Path file = waivers("etrn.keywords.gone", "2030-12-31", "verdict: FAIL");
    CommandRun run = run("embedded", file, "etrn.keywords.once");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("there is no case of this id").contains("stale waivers 1");
  }

  @Test
  void readsTheExampleOfTheDocuments() throws Exception {
    List<String> examples =
        Document.all().stream()
            .flatMap(document -> document.blocks().stream())
            .filter(block -> block.mark().equals("file: waivers.yaml"))
            .map(Document.Block::text)
            .toList();
    assertThat(examples).isNotEmpty();
    for (String example : examples) {
      Path file = Files.writeString(directory.resolve("w.yaml"), example);
      assertThat(Waivers.read(file).all())
          .isNotEmpty()
          .allSatisfy(waiver -> assertThat(new CaseIds()).contains(waiver.caseId()));
    }
  }

  @Test
  void exitsWith64OnAFileThatCannotBeUsed() throws Exception {
    Path file = Files.writeString(directory.resolve("w.yaml"), "waivers:\n- case: '*'\n");
    CommandRun run = run("embedded", file, "etrn.keywords.once");
    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).startsWith("etrn: " + file + " line 2: 'case' is '*'").hasLineCount(1);
  }

  private CommandRun verify(String expires, String evidence, String id) throws Exception {
    try (var wrong = new WrongServer()) {
      return run(wrong.address(), waivers(id, expires, evidence), id);
    }
  }

  private Path waivers(String id, String expires, String evidence) throws IOException {
    return Files.writeString(
        directory.resolve("w.yaml"),
        "waivers:\n- {case: %s, reason: known, expires: %s, evidence: {%s}}\n"
            .formatted(id, expires, evidence));
  }

  private CommandRun run(String target, Path waivers, String select) {
    return CommandRun.at(
        Clock.fixed(Instant.parse("2030-06-01T12:00:00Z"), ZoneOffset.UTC),
        "verify",
        "--target",
        target,
        "--waivers",
        waivers.toString(),
        "--select",
        select,
        "--out",
        directory.resolve("out").toString());
  }
}
