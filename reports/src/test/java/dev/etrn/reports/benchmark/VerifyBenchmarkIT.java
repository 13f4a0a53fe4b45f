package dev.etrn.reports.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.reports.cli.ShellRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the benchmark of whole runs still runs, with one round of three cases. */
class VerifyBenchmarkIT {

  @Test
  void timesRunsOfAllThreeConfigurations(@TempDir Path directory)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Drounds=1",
                "-cp",
                System.getProperty("java.class.path"),
                VerifyBenchmark.class.getName(),
                ShellRun.launcher(directory).toString(),
                "--select",
                "etrn.keywords.*")
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(printed)
        .contains("embedded: median ", "one set of names: median ", "four sets: median ");
  }
}
