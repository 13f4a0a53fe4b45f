package dev.etrn.load.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Tests that the benchmark of the load engine still runs, with one tiny round. The comparison with
 * smtp-source needs Postfix, and is not run here.
 */
class LoadBenchmarksIT {

  @Test
  void compareTheEngineWithBareClients() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Drounds=1",
                "-Detrns=100",
                "-cp",
                System.getProperty("java.class.path"),
                EngineBenchmark.class.getName())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(printed)
        .contains("engine / bare, rate: ", "engine / bare, CPU for each ETRN: ", "of 1 rounds");
  }
}
