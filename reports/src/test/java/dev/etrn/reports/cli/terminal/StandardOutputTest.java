package dev.etrn.reports.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.reports.cli.EtrnProcess;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Tag("slow")
class StandardOutputTest {

  private final StringWriter told = new StringWriter();

  @Test
  void passesOnWhatIsPrinted() {
    var printed = new ByteArrayOutputStream();
    var out = new StandardOutput(printed);
    out.writer().println("é");
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("é\n");
    out.writer().print("more");
    assertThat(out.isLost(new PrintWriter(told))).isFalse();
    assertThat(printed.toString(StandardCharsets.UTF_8)).endsWith("more");
    assertThat(told.toString()).isEmpty();
  }

  @Test
  void saysWhyItCannotBeWritten() {
    var out = new StandardOutput(failing("No space left on device"));
    out.writer().print("a table");
    assertThat(out.isLost(new PrintWriter(told))).isTrue();
    assertThat(told.toString()).contains("incomplete").contains("(no space left on device)");
  }

  @Test
  void isQuietWhenItsReaderHasSeenEnough() {
    var out = new StandardOutput(failing("Broken pipe"));
    out.writer().println("a table");
    assertThat(out.isLost(new PrintWriter(told))).isFalse();
    assertThat(told.toString()).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void makesACommandFailWhoseDiskIsFull() throws Exception {
    Process process =
        EtrnProcess.of(List.of(), "load", "--list").redirectOutput(new File("/dev/full")).start();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(64);
    assertThat(err).contains("standard output cannot be written (no space left on device)");
  }

  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        throw new IOException(reason);
      }
    };
  }
}
