package dev.etrn.reports.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.etrn.reports.cli.EtrnProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The interruption of a load run by Ctrl-C, in a process of its own. */
@Tag("slow")
@EnabledOnOs({OS.LINUX, OS.MAC})
@Isolated("Its processes have a limited time to end.")
class LoadInterruptionTest {

  @TempDir private Path directory = Path.of("");

  @Test
  @Timeout(120)
  void keepsWhatWasMeasuredLeavesNoQueueBehindAndExits130() throws Exception {
    Path out = directory.resolve("out");
    Path temporary = Files.createDirectory(directory.resolve("temporary"));
    Process process = load(out, temporary);
    try (BufferedReader printed = process.inputReader()) {
      String line;
      // A session that has only begun may have no step on record yet.
      do {
        line = printed.readLine();
      } while (line != null && !line.matches(" +[0-9]+ sessions began, [1-9][0-9]+ ended.*"));
      assertThat(line).isNotNull();
      assertThat(queues(temporary)).isOne();
      EtrnProcess.interrupt(process);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(process.exitValue()).isEqualTo(130);
    JsonNode load = new ObjectMapper().readTree(out.resolve("load.json").toFile());
    assertThat(load.at("/sessions/began").asLong()).isPositive();
    assertThat(load.at("/steps/partners.ETRN.251/code").asInt()).isEqualTo(251);
    assertThat(load.at("/invalid/0").asText()).startsWith("the load was interrupted, so it ended");
    assertThat(load.at("/messages/lost").asLong()).isZero();
    assertThat(out.resolve("report.html")).isNotEmptyFile();
    assertThat(queues(temporary)).isZero();
  }

  private static Process load(Path out, Path temporary) throws Exception {
    return EtrnProcess.interruptible(
            List.of("-Djava.io.tmpdir=" + temporary),
            "load",
            "soak",
            "--rate",
            "20",
            "--duration",
            "90s",
            "--out",
            out.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static long queues(Path temporary) throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.filter(file -> file.toString().contains("etrn-load-queue")).count();
    }
  }
}
