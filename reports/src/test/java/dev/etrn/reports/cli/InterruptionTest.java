package dev.etrn.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, on a process of its own. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class InterruptionTest {

  @Test
  @Timeout(60)
  void keepsWhatWasFoundAndExits130(@TempDir Path directory) throws Exception {
    try (var wrong = new WrongServer()) {
      Process process = verify(wrong.address(), directory);
      try (BufferedReader out = process.inputReader()) {
        String line;
        do {
          line = out.readLine();
        } while (line != null && !line.startsWith("FAIL "));
        assertThat(line).isNotNull();
        interrupt(process);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(process.exitValue()).isEqualTo(130);
      var results = new ObjectMapper().readTree(directory.resolve("results.json").toFile());
      assertThat(results.get("complete").asBoolean()).isFalse();
      assertThat(results.get("cases")).isNotEmpty();
      assertThat(directory.resolve("report.html")).isNotEmptyFile();
    }
  }

  private static Process verify(String target, Path directory) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Etrn.class.getName(),
            "verify",
            "--target",
            target,
            "--out",
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void interrupt(Process process) throws Exception {
    Process kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }
}
