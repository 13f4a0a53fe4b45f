package dev.etrn.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.etrn.load.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code --json} option: one JSON value on standard output, and nothing else. */
@Tag("slow")
class JsonOptionTest {

  private static final ObjectMapper STRICT =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  @TempDir private Path directory = Path.of("");

  @Test
  void printsTheResultsOfARunAndOfARecordedOne() throws IOException {
    String out = directory.toString();
    CommandRun run = CommandRun.of("verify", "--select", "etrn.reply.no*", "--json", "--out", out);
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(file("results.json"));
    assertThat(json(run).at("/summary/PASS").asInt()).isEqualTo(3);
    assertThat(CommandRun.of("report", out, "--json").out()).isEqualTo(run.out());
  }

  @Test
  void keepsWhatThePersonMustKnowOutOfTheJson() {
    CommandRun run =
        CommandRun.of(
            "verify", "--client", "--within", "1", "--json", "--out", directory.toString());
    assertThat(run.code()).isEqualTo(69);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("connect now to 127.0.0.1:");
  }

  @Test
  void listsTheScenarios() throws IOException {
    JsonNode list = json(CommandRun.of("load", "--list", "--json"));
    assertThat(list.findValuesAsText("name"))
        .containsExactlyElementsOf(Arrays.stream(Scenario.values()).map(Scenario::title).toList());
    assertThat(list.findValuesAsText("does")).doesNotContain("").hasSize(list.size());
  }

  @Test
  void isRefusedWhereThereIsNone() {
    CommandRun run = CommandRun.of("verify", "--dry-run", "--json");
    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("--dry-run prints no JSON").hasLineCount(1);
  }

  private String file(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }

  private static JsonNode json(CommandRun run) throws IOException {
    return STRICT.readTree(run.out());
  }
}
