package dev.etrn.reports.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.config.channel.OutgoingSettings;
import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Delivery;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.client.MailSubmitter;
import dev.etrn.suites.wire.client.SocketClient;
import dev.etrn.suites.wire.sink.Sink;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The effect of {@code kill -9} at random moments while mail comes in and goes out: acknowledged
 * mail is delivered, and only mail that was being delivered can arrive twice.
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
      ServeProcess server = start(queue, sink);
      ask(server.address());
      boolean allCame = sink.await(acknowledged, BOUND);
      server.kill();
      assertThat(allCame).isTrue();
      assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
      // Each kill can repeat one message of each connection to the node at most.
      long twice = deliveries(sink).values().stream().mapToLong(n -> n - 1).sum();
      assertThat(twice).isLessThanOrEqualTo(ROUNDS * (long) OutgoingSettings.Jobs.STANDARD.most());
    }
  }

  private void round(Path queue, Sink sink, int round) throws Exception {
    ServeProcess server = start(queue, sink);
    InetSocketAddress address = server.address();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < INJECTORS; i++) {
      String prefix = "r" + round + "i" + i + "m";
      List<String> tokens = IntStream.range(0, 200).mapToObj(n -> prefix + n).toList();
      var injector = new MailSubmitter(address, BOUND, Recorder.start());
      threads.add(new Thread(() -> acknowledged.addAll(injector.inject("wanted", NODE, tokens))));
    }
    threads.forEach(Thread::start);
    boolean early = server.endsWithin(random.nextInt(200));
    ask(address);
    early |= server.endsWithin(random.nextInt(200));
    assertThat(early).isFalse();
    server.kill();
    for (Thread thread : threads) {
      thread.join();
    }
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

  private static ServeProcess start(Path queue, Sink sink) throws IOException {
    return ServeProcess.start(
        "--exchanger", "127.0.0.1:" + sink.address().getPort(), "--queue", queue.toString());
  }
}
