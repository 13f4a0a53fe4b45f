package dev.etrn.server.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.etrn.server.config.channel.OutgoingOptions;
import dev.etrn.server.config.channel.OutgoingOptions.Times;
import dev.etrn.server.config.channel.OutgoingSettings;
import dev.etrn.server.delivery.client.ScriptedExchanger;
import dev.etrn.server.delivery.routing.RoutingResult;
import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.store.InMemoryQueue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The run that sends mail over several connections. */
@Timeout(60)
class SharedRunTest {

  private static final String NODE = "branch.example";
  private static final int MESSAGES = 120;
  private static final OutgoingSettings THREE =
      OutgoingSettings.STANDARD.with(new OutgoingSettings.Jobs(3, 40));

  private final InMemoryQueue queue = new InMemoryQueue(1_000_000);

  @BeforeEach
  void fill() {
    for (int i = 0; i < MESSAGES; i++) {
      var destination =
          new IncomingMessage.Destination("tcp_branch", NODE, List.of("a@branch.example"));
      byte[] content = ("message " + i + "\r\n").getBytes(StandardCharsets.US_ASCII);
      queue.enqueue(new IncomingMessage("s@c.test", List.of(destination), content)).join();
    }
  }

  @Test
  void sendsEachMessageOnceOverAsManyConnectionsAsMayBe() throws IOException {
    try (var exchanger = new ScriptedExchanger(Map.of())) {
      assertThat(deliver(exchanger, THREE, 9).reached()).isTrue();
      assertThat(exchanger.connections()).isEqualTo(3);
      assertThatAllCameOnce(exchanger);
    }
  }

  @Test
  void hasNoMoreConnectionsThanAllRunsTogetherMayHave() throws IOException {
    try (var exchanger = new ScriptedExchanger(Map.of())) {
      assertThat(deliver(exchanger, THREE, 1).reached()).isTrue();
      assertThat(exchanger.connections()).isEqualTo(2);
      assertThatAllCameOnce(exchanger);
    }
  }

  @Test
  void sendsAllOverTheFirstConnectionWhereNoOtherIsTaken() throws IOException {
    var greeted = new AtomicInteger();
    ScriptedExchanger.Script script =
        line ->
            line.equals("GREETING") && greeted.getAndIncrement() > 0
                ? Optional.of("421 one at a time" + ScriptedExchanger.DROP)
                : Optional.empty();
    try (var exchanger = new ScriptedExchanger(script)) {
      assertThat(deliver(exchanger, THREE, 9)).isEqualTo(new QueueRunResult(true, ""));
      assertThatAllCameOnce(exchanger);
    }
  }

  @Test
  void sendsOverAnotherConnectionWhatABrokenOneLeaves() throws IOException {
    var greeted = new AtomicInteger();
    ThreadLocal<Integer> connection = ThreadLocal.withInitial(greeted::getAndIncrement);
    ScriptedExchanger.Script script =
        line -> {
          boolean isBroken = connection.get() > 0 && line.startsWith("MAIL");
          return isBroken ? Optional.of("421 no" + ScriptedExchanger.DROP) : Optional.empty();
        };
    try (var exchanger = new ScriptedExchanger(script)) {
      assertThat(deliver(exchanger, THREE, 9).reached()).isTrue();
      assertThat(exchanger.connections()).isGreaterThan(1);
      assertThatAllCameOnce(exchanger);
    }
  }

  @Test
  void asksForItsOwnMailOverTheFirstConnectionOnly() throws IOException {
    try (var exchanger = new ScriptedExchanger(Map.of("EHLO", "250-hub.example\r\n250 ETRN"))) {
      OutgoingSettings asking = THREE.sendingEtrn(NODE);
      assertThat(deliver(exchanger, asking, 9).reached()).isTrue();
      // PMDF-007
      assertThat(exchanger.lines()).containsOnlyOnce("ETRN " + NODE);
      assertThat(exchanger.connections()).isEqualTo(3);
    }
  }

  @Test
  void triesEachDeferredMessageOnceInARun() throws IOException {
    var few = new OutgoingOptions(OptionalInt.of(10), Times.all(Duration.ofSeconds(30)));
    try (var exchanger = new ScriptedExchanger(Map.of("RCPT", "451 later"))) {
      assertThat(deliver(exchanger, THREE.with(few), 9).reached()).isTrue();
      assertThat(exchanger.lines().stream().filter(line -> line.startsWith("MAIL")))
          .hasSize(MESSAGES);
    }
    assertThat(ids()).hasSize(MESSAGES).isSorted();
  }

  @Test
  void cutsAllConnectionsWhenItIsInterrupted() throws Exception {
    try (var exchanger = new ScriptedExchanger(Map.of("MAIL", ScriptedExchanger.SILENCE))) {
      var run = new Thread(() -> deliver(exchanger, THREE, 9));
      run.start();
      await("all connections").until(() -> exchanger.connections() == 3);
      run.interrupt();
      run.join();
    }
    // Messages on a connection wait again as soon as it is cut.
    await("all messages").untilAsserted(() -> assertThat(queue.nodes(node())).contains(NODE));
    assertThat(ids()).hasSize(MESSAGES);
  }

  private QueueRunResult deliver(
      ScriptedExchanger exchanger, OutgoingSettings settings, int mostFurther) {
    var destination = new RoutingResult.Exchangers(List.of(exchanger.address()), settings);
    return new QueueRun(
            queue,
            node -> destination,
            (message, refused, reason) -> true,
            ServerObserver.NONE,
            () -> "hub.example",
            mostFurther)
        .deliver(NODE, () -> false);
  }

  private void assertThatAllCameOnce(ScriptedExchanger exchanger) {
    assertThat(exchanger.messages())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, MESSAGES).mapToObj(i -> "message " + i + "\n").toList());
    assertThat(queue.waiting(node())).isZero();
  }

  private List<Long> ids() {
    return queue.claim(NODE, MESSAGES).stream().map(message -> message.id()).toList();
  }

  private static QueueSelection node() {
    return new QueueSelection.Node(NODE);
  }
}
