package dev.etrn.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Delivery;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.Injector;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.Sink;
import dev.etrn.suites.wire.SocketClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at random moments, while mail comes in and goes out: what was acknowledged is
 * delivered, and twice only what was under way toward the exchanger.
 */
class KillIT {

  private static final int ROUNDS = Integer.getInteger("kill.rounds", 50);
  private static final int INJECTORS = 4;
  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final String NODE = "branch.example";

  private final Random random = new Random(4711);
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  @Test
  @Timeout(600)
  void losesNothingThatWasAcknowledged(@TempDir Path queue) throws Exception {
    try (Sink sink = Sink.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      for (int round = 0; round < ROUNDS; round++) {
        round(queue, sink, round);
      }
      Process server = start(queue, sink);
      ask(address(server));
      boolean allCame = sink.await(acknowledged, BOUND);
      kill(server);
      assertThat(allCame).isTrue();
      assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
      // One connection goes to the node at a time, so each kill can repeat one message at most.
      long twice = deliveries(sink).values().stream().mapToLong(n -> n - 1).sum();
      assertThat(twice).isLessThanOrEqualTo(ROUNDS);
    }
  }

  private void round(Path queue, Sink sink, int round) throws Exception {
    Process server = start(queue, sink);
    InetSocketAddress address = address(server);
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < INJECTORS; i++) {
      String prefix = "r" + round + "i" + i + "m";
      List<String> tokens = IntStream.range(0, 200).mapToObj(n -> prefix + n).toList();
      var injector = new Injector(address, BOUND, Recorder.start());
      threads.add(new Thread(() -> acknowledged.addAll(injector.inject("wanted", NODE, tokens))));
    }
    threads.forEach(Thread::start);
    boolean early = server.waitFor(random.nextInt(200), TimeUnit.MILLISECONDS);
    ask(address);
    early |= server.waitFor(random.nextInt(200), TimeUnit.MILLISECONDS);
    assertThat(early).isFalse();
    kill(server);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void kill(Process server) throws InterruptedException {
    server.destroyForcibly();
    assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  private static void ask(InetSocketAddress address) {
    try (var client = SocketClient.connect(address, 1, Recorder.start(), BOUND, BOUND)) {
      client.reply();
      client.line("EHLO client.example").reply();
      client.line("ETRN " + NODE).reply();
    }
  }

  private static Map<String, Long> deliveries(Sink sink) {
    return Deliveries.of(new Transcript("kill", sink.since(Long.MIN_VALUE / 2))).all().stream()
        .filter(Delivery::accepted)
        .collect(Collectors.groupingBy(d -> d.token().orElseThrow(), Collectors.counting()));
  }

  private static Process start(Path queue, Sink sink) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Etrn.class.getName(),
            "serve",
            "--listen",
            "127.0.0.1:0",
            "--exchanger",
            "127.0.0.1:" + sink.address().getPort(),
            "--queue",
            queue.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static InetSocketAddress address(Process server) throws IOException {
    BufferedReader out = server.inputReader();
    String line = out.readLine();
    assertThat(line).startsWith("listening on ");
    int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
