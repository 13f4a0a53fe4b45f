package dev.etrn.reports.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.reports.cli.EtrnProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The use of colours, in a process of its own. */
@Tag("slow")
class ColourTest {

  private static final String COLOURED = "\u001B[3";

  @TempDir private Path directory = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "true, '', '', true",
    "true, 1, '', false",
    "true, '', --no-color, false",
    "false, '', '', false",
  })
  void areForTerminalsUnlessTheUserSaysNo(
      boolean terminal, String noColor, String option, boolean isColoured) throws Exception {
    String said = run(terminal, noColor, option);
    assertThat(said).contains("PASS 1");
    assertThat(said.contains(COLOURED)).isEqualTo(isColoured);
  }

  private String run(boolean terminal, String noColor, String option) throws Exception {
    ProcessBuilder command =
        EtrnProcess.of(
            List.of("-Detrn.terminal=" + terminal),
            "verify",
            "--select",
            "etrn.reply.no-argument",
            "--out",
            directory.toString());
    if (!option.isEmpty()) {
      command.command().add(option);
    }
    command.environment().put("NO_COLOR", noColor);
    Process process = command.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }
}
