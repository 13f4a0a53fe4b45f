package dev.etrn.reports.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The archive that {@code mvn package} made, unpacked.
 *
 * @param home the directory that holds the launcher
 */
record Archive(Path home) {

  private static final Path TARGET = Path.of("target");

  /** Unpacks the archive below {@code directory}. */
  static Archive unpack(Path directory) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    var tar = new ProcessBuilder("tar", "xzf", file().toAbsolutePath().toString());
    Ran ran = run(tar.directory(directory.toFile()), directory);
    assertThat(ran.code()).as(ran.err()).isZero();
    try (var unpacked = Files.list(directory).filter(Files::isDirectory)) {
      return new Archive(unpacked.findFirst().orElseThrow());
    }
  }

  /** Runs the launcher, without a terminal. */
  Ran etrn(String sharing, String... arguments) throws IOException, InterruptedException {
    return run(home.resolve("etrn"), sharing, arguments);
  }

  /** Runs the launcher by another of its names. */
  Ran run(Path launcher, String sharing, String... arguments)
      throws IOException, InterruptedException {
    var command = new ProcessBuilder(launcher.toString());
    command.command().addAll(List.of(arguments));
    command.environment().put("ETRN_SHARE", sharing);
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    command.environment().remove("JAVA_TOOL_OPTIONS");
    return run(command, home);
  }

  private static Path file() throws IOException {
    try (var files = Files.list(TARGET)) {
      return files
          .filter(file -> file.getFileName().toString().matches("etrn-.*\\.tar\\.gz"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("there is no archive in target: run mvn package"));
    }
  }

  private static Ran run(ProcessBuilder command, Path scratch)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(scratch, "run", ".out");
    Path err = Files.createTempFile(scratch, "run", ".err");
    Process process = command.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** The result of a process. */
  record Ran(int code, String out, String err) {}
}
