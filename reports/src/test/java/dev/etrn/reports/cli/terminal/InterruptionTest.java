package dev.etrn.reports.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.etrn.reports.cli.EtrnProcess;
import dev.etrn.reports.cli.WrongServer;
import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The interruption by Ctrl-C, in a process of its own. */
@Tag("slow")
@EnabledOnOs({OS.LINUX, OS.MAC})
class InterruptionTest {

  @Test
  @Timeout(60)
  void keepsWhatWasFoundAndExits130(@TempDir Path directory) throws Exception {
    try (var wrong = new WrongServer()) {
      Process process =
          EtrnProcess.interruptible(
                  List.of(), "verify", "--target", wrong.address(), "--out", directory.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (BufferedReader out = process.inputReader()) {
        String line;
        do {
          line = out.readLine();
        } while (line != null && !line.startsWith("FAIL "));
        assertThat(line).isNotNull();
        EtrnProcess.interrupt(process);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(process.exitValue()).isEqualTo(130);
      var results = new ObjectMapper().readTree(directory.resolve("results.json").toFile());
      assertThat(results.get("complete").asBoolean()).isFalse();
      assertThat(results.get("cases")).isNotEmpty();
      assertThat(directory.resolve("report.html")).isNotEmptyFile();
    }
  }

  @Test
  @Timeout(60)
  void saysThatTheTargetHadNotAnswered(@TempDir Path directory) throws Exception {
    try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process process =
          EtrnProcess.interruptible(
                  List.of(), "verify", "--target", "127.0.0.1:" + deaf.getLocalPort(), "--out", "x")
              .directory(directory.toFile())
              .start();
      Socket session = deaf.accept();
      EtrnProcess.interrupt(process);
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(130);
      session.close();
      assertThat(err).contains("interrupted before the target had answered").hasLineCount(1);
    }
  }
}
