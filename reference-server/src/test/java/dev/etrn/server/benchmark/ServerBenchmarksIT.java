package dev.etrn.server.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Tests that the benchmarks still run, with one tiny iteration each. What is measured against
 * Postfix needs a container, and is not run here.
 */
class ServerBenchmarksIT {

  /** Three lines to parse, two ways to frame, six arguments to decide on. */
  private static final int MEASURED = 3 + 2 + 6;

  @Test
  void measureParsingAndTheDecision() throws RunnerException {
    var options =
        new OptionsBuilder()
            .include("dev\\.etrn\\.server\\.benchmark\\.")
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(10))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    assertThat(results)
        .hasSize(MEASURED)
        .allSatisfy(result -> assertThat(result.getPrimaryResult().getScore()).isPositive());
  }

  @Test
  void measureAStoreOfManyMessages() throws IOException, InterruptedException {
    assertThat(printed("-Dmessages=2000", MillionMessages.class.getName()))
        .contains("to store a message: ", "heap: ", "to claim one: ", "to remove one, ");
  }

  @Test
  void measureTheMemoryOfIdleSessions() throws IOException, InterruptedException {
    assertThat(printed("-Dsessions=200", ServerBenchmark.class.getName(), "memory"))
        .containsPattern("(?s)at 200 sessions.*ours -?\\d.*bare -?\\d");
  }

  /** Returns the output of a benchmark that ended with 0, in a process of its own. */
  private static String printed(String property, String... command)
      throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            property);
    builder.command().addAll(List.of(command));
    Process process = builder.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }
}
