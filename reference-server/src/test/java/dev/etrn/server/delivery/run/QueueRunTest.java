package dev.etrn.server.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.config.channel.OutgoingOptions;
import dev.etrn.server.config.channel.OutgoingOptions.Times;
import dev.etrn.server.config.channel.OutgoingSettings;
import dev.etrn.server.delivery.bounce.NonDeliveryNotifier;
import dev.etrn.server.delivery.client.ScriptedExchanger;
import dev.etrn.server.delivery.routing.RoutingResult;
import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.store.InMemoryQueue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueRunTest {

  private static final String NODE = "branch.example";
  private static final String PIPELINING = "250-sink.example\r\n250 PIPELINING";
  private final InMemoryQueue queue = new InMemoryQueue(100_000_000);
  private final List<String> reported = new ArrayList<>();
  private String ownName = "hub.example";

  @Test
  void deliversAllOverOneConnectionOldestFirst() throws IOException {
    add("first", "a@branch.example");
    add("second", "b@branch.example");
    try (var exchanger = new ScriptedExchanger(Map.of())) {
      assertThat(deliver(exchanger)).isTrue();
      assertThat(exchanger.connections()).isEqualTo(1);
      assertThat(exchanger.lines())
          .containsExactly(
              "EHLO hub.example",
              "MAIL FROM:<s@c.test>",
              "RCPT TO:<a@branch.example>",
              "DATA",
              "first",
              ".",
              "MAIL FROM:<s@c.test>",
              "RCPT TO:<b@branch.example>",
              "DATA",
              "second",
              ".",
              "QUIT");
    }
    assertThat(waiting()).isZero();
  }

  @Test
  void stuffsDots() throws IOException {
    add(".one\r\n..two\r\nthree.", "a@branch.example");
    try (var exchanger = new ScriptedExchanger(Map.of())) {
      assertThat(deliver(exchanger)).isTrue();
      assertThat(exchanger.lines()).contains("..one", "...two", "three.");
    }
  }

  @Test
  void usesHeloWhenEhloIsRefused() throws IOException {
    add("x", "a@branch.example");
    try (var exchanger = new ScriptedExchanger(Map.of("EHLO", "502 no"))) {
      assertThat(deliver(exchanger)).isTrue();
      assertThat(exchanger.lines()).startsWith("EHLO hub.example", "HELO hub.example");
    }
    assertThat(waiting()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "localhost.localdomain", "hub", ""})
  void greetsWithAQualifiedNameOrALiteral(String configured) throws IOException {
    add("x", "a@branch.example");
    ownName = configured;
    try (var exchanger = new ScriptedExchanger(Map.of())) {
      assertThat(deliver(exchanger)).isTrue();
      assertThat(exchanger.lines().get(0))
          .matches("EHLO (?:\\[127[.]0[.]0[.]1]|(?!localhost)[^.]+[.].+)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAIL", "RCPT", "DATA", "."})
  void keepsWhatIsDeferred(String key) throws IOException {
    add("x", "a@branch.example");
    try (var exchanger = new ScriptedExchanger(Map.of(key, "451 later"))) {
      assertThat(deliver(exchanger)).isTrue();
    }
    assertThat(waiting()).isEqualTo(1);
    assertThat(queue.claim(NODE, 1)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAIL", "RCPT", "DATA", "."})
  void givesUpWhatIsRefusedForGood(String key) throws IOException {
    add("x", "a@branch.example");
    try (var exchanger = new ScriptedExchanger(Map.of(key, "550 never", "EHLO", PIPELINING))) {
      assertThat(deliver(exchanger)).isTrue();
    }
    assertThat(waiting()).isZero();
    assertThat(reported).containsExactly("1 [a@branch.example]");
  }

  @Test
  void reportsAllOfANodeThatMailGoesNowhereFor() {
    for (int i = 0; i < 150; i++) {
      add("x", "a@branch.example");
    }
    QueueRunResult result = run(new RoutingResult.Nowhere("5.1.10 branch.example accepts no mail"));
    assertThat(result.error()).startsWith("5.1.10 ");
    assertThat(waiting()).isZero();
    assertThat(reported).hasSize(150).contains("1 [a@branch.example]");
  }

  @Test
  void keepsAllWhileItIsNotKnownWhereMailGoes() {
    add("x", "a@branch.example");
    QueueRunResult result = run(new RoutingResult.NotKnownNow("no answer"));
    assertThat(result).isEqualTo(new QueueRunResult(false, "no answer"));
    assertThat(waiting()).isEqualTo(1);
    assertThat(reported).isEmpty();
  }

  @Test
  void reportsAMessageThatGoesInCirclesAndSendsTheNext() throws IOException {
    add("Received: from here\r\n".repeat(101), "a@branch.example");
    add("Received: from here\r\n".repeat(100), "b@branch.example");
    try (var exchanger = new ScriptedExchanger(Map.of())) {
      assertThat(run(exchanger, OutgoingSettings.STANDARD).error()).startsWith("5.4.6 ");
      assertThat(exchanger.messages()).hasSize(1);
      assertThat(exchanger.lines()).doesNotContain("RCPT TO:<a@branch.example>");
    }
    assertThat(waiting()).isZero();
    assertThat(reported).containsExactly("1 [a@branch.example]");
  }

  @Test
  void asksForItsOwnMailOncePerConnectionWhenThatIsOffered() throws IOException {
    add("first", "a@branch.example");
    add("second", "a@branch.example");
    OutgoingSettings asking = OutgoingSettings.STANDARD.sendingEtrn("mail.home.test");
    try (var exchanger =
        new ScriptedExchanger(Map.of("EHLO", "250-sink\r\n250 etrn", "ETRN", "459 no"))) {
      assertThat(deliver(exchanger, asking)).isTrue();
      assertThat(exchanger.lines())
          .startsWith("EHLO hub.example", "ETRN mail.home.test", "MAIL FROM:<s@c.test>")
          .containsOnlyOnce("ETRN mail.home.test");
    }
    add("third", "a@branch.example");
    try (var exchanger = new ScriptedExchanger(Map.of("EHLO", "250-sink\r\n250 ETRNX"))) {
      assertThat(deliver(exchanger, asking)).isTrue();
      assertThat(exchanger.lines()).doesNotContain("ETRN mail.home.test");
    }
    assertThat(waiting()).isZero();
  }

  @Test
  void opensAnotherConnectionAfterItsShareOfMessages() throws IOException {
    for (int i = 0; i < 5; i++) {
      add("m" + i, "a@branch.example");
    }
    OutgoingSettings two =
        OutgoingSettings.STANDARD.with(
            new OutgoingOptions(OptionalInt.of(2), Times.all(Duration.ofSeconds(5))));
    try (var exchanger = new ScriptedExchanger(Map.of())) {
      assertThat(deliver(exchanger, two)).isTrue();
      assertThat(exchanger.connections()).isEqualTo(3);
      assertThat(exchanger.lines()).contains("m0", "m4");
    }
    assertThat(waiting()).isZero();
  }

  @Test
  void keepsOnlyTheRecipientsThatWereDeferred() throws IOException {
    add("x", "a@branch.example", "b@branch.example", "c@branch.example");
    var replies = Map.of("RCPT TO:<a", "451 later", "RCPT TO:<b", "550 never", "EHLO", PIPELINING);
    try (var exchanger = new ScriptedExchanger(replies)) {
      assertThat(deliver(exchanger)).isTrue();
    }
    assertThat(queue.claim(NODE, 9).get(0).recipients()).containsExactly("a@branch.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EHLO", "MAIL", "RCPT", "DATA", "."})
  void losesNothingWhenThePeerGoes(String key) throws IOException {
    add("first", "a@branch.example");
    add("second", "a@branch.example");
    try (var exchanger = new ScriptedExchanger(Map.of(key, ScriptedExchanger.DROP))) {
      assertThat(deliver(exchanger)).isFalse();
    }
    assertThat(queue.claim(NODE, 9))
        .extracting(message -> new String(message.content(), StandardCharsets.US_ASCII))
        .containsExactly("first\r\n", "second\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"554 not today", "421 busy", "nonsense"})
  void keepsAllWhenTheGreetingIsNone(String greeting) throws IOException {
    add("x", "a@branch.example");
    try (var exchanger = new ScriptedExchanger(Map.of("GREETING", greeting))) {
      assertThat(deliver(exchanger)).isFalse();
    }
    assertThat(waiting()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA", ".", "QUIT"})
  void leavesAPeerThatSaysNothing(String key) throws IOException {
    add("x", "a@branch.example");
    OutgoingSettings impatient =
        OutgoingSettings.STANDARD.with(
            new OutgoingOptions(OptionalInt.empty(), Times.all(Duration.ofMillis(100))));
    try (var exchanger = new ScriptedExchanger(Map.of(key, ScriptedExchanger.SILENCE))) {
      assertThat(deliver(exchanger, impatient)).isEqualTo(key.equals("QUIT"));
    }
    assertThat(queue.claim(NODE, 9)).hasSize(key.equals("QUIT") ? 0 : 1);
  }

  @Test
  void leavesAPeerThatTakesNoContent() throws IOException {
    add("x".repeat(30_000_000), "a@branch.example");
    Times times = Times.all(Duration.ofMinutes(1));
    var impatient =
        new Times(
            times.command(), times.mail(), times.rcpt(), Duration.ofMillis(200), times.finalDot());
    try (var exchanger =
        new ScriptedExchanger(Map.of("DATA", "354 go on" + ScriptedExchanger.DEAF))) {
      OutgoingSettings settings =
          OutgoingSettings.STANDARD.with(new OutgoingOptions(OptionalInt.empty(), impatient));
      assertThat(run(exchanger, settings))
          .isEqualTo(new QueueRunResult(false, "the peer accepted no octets within 0 s"));
    }
    assertThat(waiting()).isEqualTo(1);
  }

  private boolean deliver(ScriptedExchanger exchanger) {
    return deliver(exchanger, OutgoingSettings.STANDARD);
  }

  private boolean deliver(ScriptedExchanger exchanger, OutgoingSettings settings) {
    return run(exchanger, settings).reached();
  }

  private QueueRunResult run(ScriptedExchanger exchanger, OutgoingSettings settings) {
    return run(new RoutingResult.Exchangers(List.of(exchanger.address()), settings));
  }

  private QueueRunResult run(RoutingResult destination) {
    NonDeliveryNotifier reports =
        (message, refused, reason) -> reported.add(message.id() + " " + refused);
    return new QueueRun(queue, node -> destination, reports, ServerObserver.NONE, () -> ownName, 4)
        .deliver(NODE, () -> false);
  }

  private long waiting() {
    return queue.waiting(new QueueSelection.Node(NODE));
  }

  private void add(String content, String... recipients) {
    var destination = new IncomingMessage.Destination("tcp_branch", NODE, List.of(recipients));
    byte[] octets = (content + "\r\n").getBytes(StandardCharsets.US_ASCII);
    queue.enqueue(new IncomingMessage("s@c.test", List.of(destination), octets)).join();
  }
}
