package dev.etrn.reports.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.etrn.reports.cli.CommandRun;
import dev.etrn.reports.cli.WrongServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Baselines and {@code etrn report}, on a server that answers every ETRN with 220. */
@Tag("slow")
class ReportCommandTest {

  private static final String FAILING = "etrn.syntax.option-without-name";

  @TempDir private Path directory = Path.of("");
  private String first = "";

  @BeforeEach
  void record() throws Exception {
    first = directory.resolve("first").toString();
    assertThat(verify("first").code()).isEqualTo(1);
  }

  @Test
  void knowsFailuresOfTheBaseline() throws Exception {
    CommandRun run = verify("second", "--baseline", first);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("compared with the baseline", ": no differences", "FAIL 1");
  }

  @Test
  void exitsWith5OnANewFailure() throws Exception {
    edit("\"FAIL\"", "\"PASS\"");
    CommandRun run = verify("second", "--baseline", first + "/results.json");
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.out())
        .contains("new failure       " + FAILING + ": PASS -> FAIL")
        .contains("regressions 1");
    assertThat(directory.resolve("second/summary.md")).content().contains("**new failure**");
    assertThat(directory.resolve("second/report.html")).content().contains("1 new failure");
    assertThat(directory.resolve("second/compare.html"))
        .content()
        .contains("data-kind=\"NEW_FAILURE\"");
  }

  @Test
  void tellsOfLatencyOnlyWhenBothRunsPlayedOftenEnough() throws Exception {
    String second = directory.resolve("second").toString();
    String third = directory.resolve("third").toString();
    verify("second", "--repeat", "5");
    verify("third", "--repeat", "5");
    CommandRun few = CommandRun.of("report", second, "--baseline", first);
    assertThat(few.out())
        .contains("compared with the baseline")
        .doesNotContain("longer or shorter");
    assertThat(Path.of(second, "compare.html")).doesNotExist();
    CommandRun enough = CommandRun.of("report", third, "--baseline", second, "--out", third);
    assertThat(enough.out()).contains("of 2 cases that both runs played often enough, ");
    assertThat(Path.of(third, "summary.md")).content().contains("Of 2 cases that both runs");
    assertThat(Path.of(third, "compare.html")).content().contains("Of 2 cases that both runs");
    JsonNode json = new ObjectMapper().readTree(Path.of(third, "results.json").toFile());
    assertThat(json.at("/baseline/latencyCompared").asInt()).isEqualTo(2);
    assertThat(CommandRun.of("report", third).code()).isEqualTo(1);
  }

  @Test
  void exitsWith1OnAFailureOfWhichTheBaselineKnewNothing() throws Exception {
    edit("\"FAIL\"", "\"INCONCLUSIVE\"");
    assertThat(verify("second", "--baseline", first).code()).isEqualTo(1);
  }

  @Test
  void leavesOutWhatWasNotSelected() throws Exception {
    edit("\"id\" : \"etrn.keywords.once\"", "\"id\" : \"etrn.keywords.gone\"");
    CommandRun run = verify("second", "--baseline", first);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("added             etrn.keywords.once").doesNotContain("gone ");
  }

  @Test
  void exitsWith5WhenACaseIsGone() throws Exception {
    String second = directory.resolve("second").toString();
    CommandRun.of("verify", "--select", "etrn.keywords.once", "--out", second);
    CommandRun.of("verify", "--select", "etrn.keywords.*", "--out", first);
    CommandRun run = CommandRun.of("report", second, "--baseline", first);
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.out()).contains("gone              etrn.keywords.announced: PASS -> -");
  }

  @Test
  void refusesABaselineOfAnotherProfile() throws Exception {
    CommandRun run = verify("second", "--baseline", first, "--profile", "strict");
    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("was judged with the profile default").hasLineCount(1);
  }

  @Test
  void rendersAllFormsAgain() throws Exception {
    String rejudged = directory.resolve("again").toString();
    CommandRun run = CommandRun.of("report", first, "--out", rejudged);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("FAIL           " + FAILING, "the report is in " + rejudged);
    for (String name : new String[] {"results.json", "report.html", "junit.xml", "summary.md"}) {
      assertThat(Path.of(rejudged, name)).hasSameTextualContentAs(Path.of(first, name));
    }
  }

  @Test
  void judgesAgainAndShowsWhatDiffers() throws Exception {
    CommandRun same = CommandRun.of("report", first, "--rejudge");
    assertThat(same.code()).isEqualTo(1);
    assertThat(same.out()).contains("judged again", ": no differences");
    edit("\"FAIL\"", "\"PASS\"");
    CommandRun other = CommandRun.of("report", first, "--rejudge");
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.out()).contains("new failure       " + FAILING + ": PASS -> FAIL");
  }

  @Test
  void keepsVerdictsThatItCannotJudgeAgain() throws Exception {
    edit("\"revision\" : 1", "\"revision\" : 99");
    CommandRun run = CommandRun.of("report", first, "--rejudge");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("etrn: " + FAILING + " cannot be judged again");
  }

  @Test
  void saysWhatItCannotRead() throws Exception {
    assertThat(CommandRun.of("report", "no-such-run").err())
        .isEqualToIgnoringNewLines("etrn: there is no file no-such-run: name one with RUN");
    assertThat(CommandRun.of("report", first, first).code()).isEqualTo(64);
    assertThat(CommandRun.of("report").code()).isEqualTo(64);
    edit("\"ETRN-0", "\"ETRN-9");
    CommandRun unknown = CommandRun.of("report", first);
    assertThat(unknown.code()).isEqualTo(64);
    assertThat(unknown.err()).contains("which this version does not know").hasLineCount(1);
  }

  private CommandRun verify(String to, String... more) throws Exception {
    try (var wrong = new WrongServer()) {
      String[] verify = {
        "verify",
        "--target",
        wrong.address(),
        "--select",
        FAILING,
        "--select",
        "etrn.keywords.once",
        "--out",
        directory.resolve(to).toString(),
      };
      String[] all = java.util.Arrays.copyOf(verify, verify.length + more.length);
      System.arraycopy(more, 0, all, verify.length, more.length);
      return CommandRun.of(all);
    }
  }

  private void edit(String from, String to) throws IOException {
    Path file = Path.of(first, "results.json");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }
}
