package dev.etrn.reports.run.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The package badge-maker, with which shields.io draws what an endpoint gives it, and which refuses
 * fields of another type than its own. Of an endpoint's fields only {@code schemaVersion} is not
 * its.
 *
 * @param directory the directory in which it is installed
 */
record BadgeMaker(Path directory) {

  private static final String SCRIPT =
      """
      import { makeBadge } from 'badge-maker'
      import { readFileSync } from 'node:fs'
      const { schemaVersion, ...badge } = JSON.parse(readFileSync(0, 'utf8'))
      process.stdout.write(makeBadge(badge))
      """;

  /**
   * Installs it from npm's registry, in the version of the parent pom.
   *
   * @return a run with code 0 if it is installed
   */
  Run install() throws IOException, InterruptedException {
    Files.writeString(directory.resolve("draw.mjs"), SCRIPT);
    String name = "badge-maker@" + System.getProperty("badge-maker.version", "latest");
    return run("", "npm", "install", "--ignore-scripts", "--no-audit", "--prefix=.", name);
  }

  /** Returns the badge as SVG with code 0, or the error with another code. */
  Run draw(String json) throws IOException, InterruptedException {
    return run(json, "node", "draw.mjs");
  }

  /**
   * The result of a process.
   *
   * @param said the output of both streams
   */
  record Run(int code, String said) {}

  private Run run(String input, String... command) throws IOException, InterruptedException {
    Path given = Files.writeString(directory.resolve("given"), input);
    Path said = directory.resolve("said");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectInput(given.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(command[0] + " ends").isTrue();
      return new Run(process.exitValue(), Files.readString(said));
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }
}
