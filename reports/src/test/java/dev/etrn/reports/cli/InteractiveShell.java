package dev.etrn.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.etrn.reports.ProgramOnPath;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * A shell with a terminal, at which somebody types {@code etrn}; there it shows its arguments, each
 * in brackets. The terminal is that of {@code script} as util-linux has it.
 */
record InteractiveShell(String name, Path directory) {

  private static final String PROMPT = "ready> ";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Map<String, String> STARTS =
      Map.of(
          "bash", "bash --noprofile --rcfile .bashrc -i",
          "zsh", "zsh -d -i");

  /**
   * Returns true if this shell is installed. If not, one line says what is skipped, and with
   * ETRN_REQUIRE_SHELLS=true its tests run, and fail.
   */
  static boolean canRun(String name) {
    boolean can =
        "true".equals(System.getenv("ETRN_REQUIRE_SHELLS"))
            || (ProgramOnPath.exists(name)
                && ProgramOnPath.exists("script")
                && new File("/proc/self").exists());
    if (!can) {
      LoggerFactory.getLogger(InteractiveShell.class)
          .warn("a test of completion is skipped: install {} and util-linux's script", name);
    }
    return can;
  }

  /**
   * Returns the output after {@code keys}, a TAB and the end of the line.
   *
   * @param script the script that the shell reads first
   */
  String complete(String script, String keys) throws IOException, InterruptedException {
    Path said = directory.resolve("said");
    Files.writeString(directory.resolve("completion"), script);
    Files.writeString(
        directory.resolve("." + name + "rc"),
        """
        PS1='%s'
        %s
        source completion
        etrn() { printf '[%%s]' "$@"; echo; }
        """
            .formatted(PROMPT, name.equals("zsh") ? "autoload -U compinit; compinit -u -D" : ""));
    var shell = new ProcessBuilder("script", "-q", "-c", STARTS.get(name), "/dev/null");
    shell
        .environment()
        .putAll(Map.of("TERM", "vt100", "ZDOTDIR", directory.toString(), "INPUTRC", "/dev/null"));
    Process process =
        shell
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try (OutputStream terminal = process.getOutputStream()) {
      await("the shell's prompt").atMost(PATIENCE).until(() -> text(said).contains(PROMPT));
      terminal.write((keys + "\t\nexit\n").getBytes(StandardCharsets.US_ASCII));
      terminal.flush();
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(text(said)).isTrue();
      return text(said);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}
