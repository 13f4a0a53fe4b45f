package dev.etrn.reports.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.etrn.reports.cli.CommandRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code etrn verify --repeat} command. */
class RepeatCommandTest {

  @TempDir private Path directory = Path.of("");

  @Test
  @Tag("slow")
  void keepsEveryRoundAndItsTranscript() throws Exception {
    assertThat(verify("3", "etrn.effect.one-message").code()).isZero();
    var one =
        new ObjectMapper().readTree(directory.resolve("results.json").toFile()).at("/cases/0");
    assertThat(one.get("unstable").asBoolean()).isFalse();
    assertThat(one.get("runs")).hasSize(3);
    assertThat(one.at("/runs/2/verdict").asText()).isEqualTo("PASS");
    Path third = directory.resolve(one.at("/runs/2/transcript").asText());
    assertThat(third).hasFileName("etrn.effect.one-message.3.txt").content().contains(".r3-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1001", "often"})
  void refusesNumbersThatMakeNoSense(String number) {
    CommandRun run = verify(number, "etrn.keywords.once");
    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("--repeat").hasLineCount(1);
  }

  private CommandRun verify(String repeat, String select) {
    return CommandRun.of(
        "verify", "--repeat", repeat, "--select", select, "--out", directory.toString());
  }
}
