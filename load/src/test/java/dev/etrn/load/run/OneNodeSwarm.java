package dev.etrn.load.run;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A swarm of this machine alone, with an image of the injector.
 *
 * @param isOwn true if this class created the swarm, and so has to leave it
 * @param image the name of the image, which holds the classes of this process
 * @param scratch the directory that the image was built from
 */
record OneNodeSwarm(boolean isOwn, String image, Path scratch) {

  static final OneNodeSwarm NONE = new OneNodeSwarm(false, "", Path.of(""));

  private static final Path DOCKERFILE = Path.of("deploy", "Dockerfile").toAbsolutePath();
  private static final Path SCRIPT = Path.of("deploy", "swarm", "injectors").toAbsolutePath();

  /** The image with Java alone; it is kept, so that Java is installed only once. */
  private static final String RUNTIME = "etrn-harness/injector-runtime";

  /**
   * Builds the image, and joins the machine's swarm or creates one.
   *
   * @param scratch an empty directory
   */
  static OneNodeSwarm join(Path scratch) throws IOException, InterruptedException {
    Path lib = Files.createDirectory(scratch.resolve("lib"));
    Path classes = Files.createDirectory(scratch.resolve("classes"));
    build(RUNTIME, scratch);
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      copy(Path.of(entry), lib, classes);
    }
    String image = "etrn-harness/injector:" + ProcessHandle.current().pid();
    build(image, scratch);
    boolean isActive =
        docker("info", "--format", "{{.Swarm.LocalNodeState}}").strip().equals("active");
    if (!isActive) {
      docker("swarm", "init", "--advertise-addr", "127.0.0.1");
    }
    return new OneNodeSwarm(!isActive, image, scratch);
  }

  /** Starts the job in the way that a user would. */
  Process injectors(int count, Path share) throws IOException {
    return new ProcessBuilder(SCRIPT.toString(), Integer.toString(count), share.toString(), image)
        .redirectErrorStream(true)
        .redirectOutput(Path.of("target", "swarm-job.log").toFile())
        .start();
  }

  void leave() throws IOException, InterruptedException {
    if (isOwn) {
      docker("swarm", "leave", "--force");
    }
    if (!image.isEmpty()) {
      docker("image", "rm", "--force", image);
    }
  }

  private static void build(String image, Path context) throws IOException, InterruptedException {
    docker("build", "--quiet", "--tag", image, "--file", DOCKERFILE.toString(), context.toString());
  }

  private static void copy(Path entry, Path lib, Path classes) throws IOException {
    if (Files.isRegularFile(entry)) {
      Files.copy(entry, lib.resolve(entry.getFileName()));
    } else if (Files.isDirectory(entry)) {
      try (Stream<Path> files = Files.walk(entry)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path copy = classes.resolve(entry.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          if (!Files.exists(copy)) {
            Files.copy(file, copy);
          }
        }
      }
    }
  }

  private static String docker(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IOException(String.join(" ", command) + ": " + out);
    }
    return out;
  }
}
