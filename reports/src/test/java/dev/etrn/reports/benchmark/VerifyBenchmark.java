package dev.etrn.reports.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The time of whole runs of {@code etrn verify}, in turn: of the embedded server, and of {@code
 * etrn serve} with the documented configuration, with one set of names and with four.
 *
 * <p>The first argument is the launcher; options of {@code etrn verify} may follow.
 */
public final class VerifyBenchmark {

  private static final int ROUNDS = Integer.getInteger("rounds", 5);
  private static final String NODES =
      """
      nodes:
        permitted: branch.example
        sibling: sibling.example
        empty: idle.example
        denied: denied.example
        unknown: unknown.example
      limits:
        etrnsPerSession: 10
      """;
  private static final String LANES =
      """
      lanes:
        - {permitted: branch2.example, sibling: sibling2.example}
        - {permitted: branch3.example, sibling: sibling3.example}
        - {permitted: branch4.example, sibling: sibling4.example}
      """;

  private final String etrn;
  private final List<String> more;
  private final Path scratch;
  private final int port = freePort();
  private final int back = freePort();

  private VerifyBenchmark(List<String> arguments, Path scratch) throws IOException {
    this.etrn = arguments.get(0);
    this.more = arguments.subList(1, arguments.size());
    this.scratch = scratch;
  }

  public static void main(String[] arguments) throws Exception {
    Path scratch = Files.createTempDirectory("etrn-verify-benchmark");
    new VerifyBenchmark(List.of(arguments), scratch).run();
  }

  private void run() throws Exception {
    List<Double> embedded = new ArrayList<>();
    List<Double> one = new ArrayList<>();
    List<Double> four = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      embedded.add(seconds());
      one.add(secondsOfServe(""));
      four.add(secondsOfServe(LANES));
    }
    print("embedded", embedded);
    print("documented configuration, one set of names", one);
    print("documented configuration, four sets", four);
  }

  private static void print(String what, List<Double> seconds) {
    List<Double> sorted = seconds.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%s: median %.1f s of %d runs (%.1f to %.1f)%n",
        what,
        sorted.get(sorted.size() / 2),
        sorted.size(),
        sorted.get(0),
        sorted.get(sorted.size() - 1));
  }

  private double secondsOfServe(String lanes) throws IOException, InterruptedException {
    Path config = Files.writeString(scratch.resolve("etrn.yaml"), configuration() + lanes);
    Path log = scratch.resolve("serve.log");
    Process serve = start(log, "serve", "--listen", local(port), "--exchanger", local(back));
    try {
      while (!Files.readString(log).contains("listening")) {
        if (serve.waitFor(50, TimeUnit.MILLISECONDS)) {
          throw new IllegalStateException("the server ended: see " + log);
        }
      }
      return seconds("--config", config.toString());
    } finally {
      serve.destroy();
      serve.waitFor();
    }
  }

  private String configuration() {
    return "target: {address: \"%s\"}%nconnectBack: {listen: \"%s\", within: 10s}%n"
            .formatted(local(port), local(back))
        + NODES;
  }

  private double seconds(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("verify", "--out", scratch.toString()));
    command.addAll(List.of(options));
    command.addAll(more);
    Path log = scratch.resolve("verify.log");
    long startNanos = System.nanoTime();
    Process verify = start(log, command.toArray(String[]::new));
    if (verify.waitFor() != 0) {
      throw new IllegalStateException("the run did not pass: see " + log);
    }
    return (System.nanoTime() - startNanos) / 1e9;
  }

  private Process start(Path log, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(etrn));
    command.addAll(List.of(arguments));
    File output = log.toFile();
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
  }

  private static String local(int port) {
    return "127.0.0.1:" + port;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
