package dev.etrn.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code etrn completion}, as bash runs its script. */
class CompletionCommandTest {

  @TempDir private Path directory = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "ver, verify",
    "verify --rep, --repeat",
    "verify --target emb, embedded",
    "verify --select etrn.reply.no-arg, etrn.reply.no-argument",
    "load trig, trigger",
    "cases etrn.effect.one-m, etrn.effect.one-message",
    "completion z, zsh",
  })
  void completesTheLastWord(String typed, String completed) throws Exception {
    assertThat(complete(typed).split("\\s+")).contains(completed);
  }

  @Test
  void refusesAShellThatItDoesNotKnow() {
    CommandRun run = CommandRun.of("completion", "fish");
    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("no script for 'fish'; expected bash or zsh").hasLineCount(1);
  }

  @Test
  void servesZshWithItsCompatibilityMode() {
    assertThat(CommandRun.of("completion", "zsh").out()).contains("bashcompinit");
  }

  private String complete(String typed) throws IOException, InterruptedException {
    Path script = directory.resolve("etrn.bash");
    Files.writeString(script, CommandRun.of("completion", "bash").out());
    String ask =
        """
        set -e
        source "$1"
        COMP_WORDS=(etrn $2)
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        COMP_LINE="etrn $2"
        COMP_POINT=${#COMP_LINE}
        _complete_etrn || true
        printf '%s\\n' "${COMPREPLY[@]}"
        """;
    Process bash =
        new ProcessBuilder("bash", "-c", ask, "bash", script.toString(), typed)
            .redirectErrorStream(true)
            .start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(bash.exitValue()).as(said).isZero();
    return said;
  }
}
