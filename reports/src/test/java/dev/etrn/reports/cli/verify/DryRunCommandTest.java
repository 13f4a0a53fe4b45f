package dev.etrn.reports.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.reports.cli.CommandRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code etrn verify --dry-run} command. */
class DryRunCommandTest {

  @TempDir private Path directory = Path.of("");

  @Test
  void showsOctetsAndMailAndWritesNothing() {
    Path out = directory.resolve("out");
    CommandRun run =
        CommandRun.of(
            "verify",
            "--dry-run",
            "--seed",
            "255",
            "--out",
            out.toString(),
            "--select",
            "etrn.syntax.nul",
            "--select",
            "etrn.effect.one-message");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("Nothing is sent. The replies are assumed")
        .contains("  C1 > ETRN a\\x00b.test\\r\\n\n")
        .contains("-- submits a message for inbox@branch.example, token ff.etrn.effect.one-m");
    assertThat(out).doesNotExist();
  }

  @Test
  void connectsToNothing() {
    CommandRun run =
        CommandRun.of("verify", "--dry-run", "--target", "127.0.0.1:1", "--select", "etrn.reply.*");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("  C1 > ETRN\\r\\n\n")
        .contains("not played: needs nodes.queue, which the configuration lacks");
  }
}
