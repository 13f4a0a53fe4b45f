package dev.etrn.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A script that bash has run, in which {@code etrn} is the command as it is compiled now.
 *
 * @param said the output of both streams
 */
public record ShellRun(int code, String said) {

  /**
   * Runs a script.
   *
   * @param directory the working directory; its directory {@code .bin} gets the command
   * @param more additional environment variables
   */
  public static ShellRun of(Path directory, Map<String, String> more, String script)
      throws IOException, InterruptedException {
    Path bin = launcher(directory).getParent();
    Path said = Files.createTempFile("shell", ".said");
    var bash = new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", script);
    bash.environment().put("PATH", bin + ":" + System.getenv("PATH"));
    bash.environment().putAll(more);
    Process process =
        bash.directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      assertThat(process.waitFor(180, TimeUnit.SECONDS)).as(script).isTrue();
      return new ShellRun(process.exitValue(), Files.readString(said));
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      Files.delete(said);
    }
  }

  /** Returns a script that replaces the launcher. */
  public static Path launcher(Path directory) throws IOException {
    Path launcher = Files.createDirectories(directory.resolve(".bin")).resolve("etrn");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Files.writeString(
        launcher,
        """
        #!/bin/sh
        exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \\
          -cp '%s' %s "$@"
        """
            .formatted(java, System.getProperty("java.class.path"), Etrn.class.getName()));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    return launcher;
  }
}
