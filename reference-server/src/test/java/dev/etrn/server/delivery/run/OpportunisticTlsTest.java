package dev.etrn.server.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.config.channel.OutgoingOptions;
import dev.etrn.server.config.channel.OutgoingOptions.Times;
import dev.etrn.server.config.channel.OutgoingSettings;
import dev.etrn.server.config.channel.Security.Demand;
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
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpportunisticTlsTest {

  private static final String NODE = "branch.example";
  private static final String OFFER = "250-sink\r\n250-PIPELINING\r\n250 STARTTLS";
  private Duration timeout = Duration.ofSeconds(30);
  private final InMemoryQueue queue = new InMemoryQueue(100_000);

  @BeforeEach
  void queueOneMessage() {
    byte[] content = "hello\r\n".getBytes(StandardCharsets.US_ASCII);
    var destination =
        new IncomingMessage.Destination("tcp_branch", NODE, List.of("a@branch.example"));
    queue.enqueue(new IncomingMessage("", List.of(destination), content)).join();
  }

  @Test
  void encryptsWhereThatIsOffered() throws IOException {
    var replies =
        Map.of(
            "EHLO",
            OFFER,
            "STARTTLS",
            ScriptedExchanger.TLS,
            "tls:EHLO",
            "250-sink\r\n250 PIPELINING");
    try (var exchanger = new ScriptedExchanger(replies)) {
      assertThat(deliver(exchanger, OutgoingSettings.STANDARD))
          .isEqualTo(new QueueRunResult(true, ""));
      assertThat(exchanger.lines())
          .containsExactly(
              "EHLO hub.example",
              "STARTTLS",
              "tls:EHLO hub.example",
              "tls:MAIL FROM:<>",
              "tls:RCPT TO:<a@branch.example>",
              "tls:DATA",
              "tls:hello",
              "tls:.",
              "tls:QUIT");
      assertThat(exchanger.messages()).containsExactly("hello\n");
    }
  }

  @Test
  void asksForItsOwnMailOnlyWhenThatIsOfferedEncrypted() throws IOException {
    OutgoingSettings asking = OutgoingSettings.STANDARD.sendingEtrn("mail.home.test");
    var before =
        Map.of(
            "EHLO", "250-sink\r\n250-ETRN\r\n250 STARTTLS",
            "STARTTLS", ScriptedExchanger.TLS,
            "tls:EHLO", "250 sink");
    try (var exchanger = new ScriptedExchanger(before)) {
      assertThat(deliver(exchanger, asking).reached()).isTrue();
      assertThat(exchanger.lines()).noneMatch(line -> line.contains("ETRN"));
    }
    queueOneMessage();
    var after =
        Map.of(
            "EHLO", OFFER, "STARTTLS", ScriptedExchanger.TLS, "tls:EHLO", "250-sink\r\n250 ETRN");
    try (var exchanger = new ScriptedExchanger(after)) {
      assertThat(deliver(exchanger, asking).reached()).isTrue();
      assertThat(exchanger.lines()).containsOnlyOnce("tls:ETRN mail.home.test");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "220 go(drop)",
        "220 go(reset)",
        "220 go(nothing)",
        "220 go\r\n250-sink\r\n250 ETRN(tls)",
      })
  void fallsBackToTheClearOnceUnlessTlsIsDemanded(String startTls) throws IOException {
    var replies = Map.of("EHLO", OFFER, "STARTTLS", startTls, "tls:EHLO", "550 never");
    if (startTls.endsWith(ScriptedExchanger.SILENCE)) {
      timeout = Duration.ofSeconds(1);
    }
    try (var exchanger = new ScriptedExchanger(replies)) {
      QueueRunResult refused =
          deliver(exchanger, OutgoingSettings.STANDARD.encrypting(Demand.MUST));
      assertThat(refused.reached()).isFalse();
      assertThat(exchanger.messages()).isEmpty();
      assertThat(waiting()).isEqualTo(1);
      OutgoingSettings asking = OutgoingSettings.STANDARD.sendingEtrn("mail.home.test");
      assertThat(deliver(exchanger, asking).reached()).isTrue();
      assertThat(exchanger.messages()).containsExactly("hello\n");
      assertThat(exchanger.lines()).noneMatch(line -> line.contains("ETRN"));
      assertThat(exchanger.connections()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"454 not now", "501 what", "250 odd"})
  void goesOnInTheClearWhenTheCommandIsRefused(String startTls) throws IOException {
    try (var exchanger = new ScriptedExchanger(Map.of("EHLO", OFFER, "STARTTLS", startTls))) {
      assertThat(deliver(exchanger, OutgoingSettings.STANDARD.encrypting(Demand.MUST)).error())
          .contains("STARTTLS was answered " + startTls);
      assertThat(exchanger.messages()).isEmpty();
      assertThat(deliver(exchanger, OutgoingSettings.STANDARD).reached()).isTrue();
      assertThat(exchanger.connections()).isEqualTo(2);
    }
  }

  @Test
  void letsMailWaitWhereTlsIsDemandedAndNotOffered() throws IOException {
    try (var exchanger = new ScriptedExchanger(Map.of())) {
      assertThat(deliver(exchanger, OutgoingSettings.STANDARD.encrypting(Demand.MUST)).error())
          .contains("TLS is not offered, but demanded");
      assertThat(exchanger.messages()).isEmpty();
    }
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void staysInTheClearWhereTheChannelSaysSo() throws IOException {
    try (var exchanger = new ScriptedExchanger(Map.of("EHLO", OFFER))) {
      assertThat(deliver(exchanger, OutgoingSettings.STANDARD.encrypting(Demand.NO)).reached())
          .isTrue();
      assertThat(exchanger.lines()).doesNotContain("STARTTLS");
    }
  }

  private QueueRunResult deliver(ScriptedExchanger exchanger, OutgoingSettings settings) {
    var times = new OutgoingOptions(OptionalInt.empty(), Times.all(timeout));
    var destination =
        new RoutingResult.Exchangers(List.of(exchanger.address()), settings.with(times));
    return new QueueRun(
            queue,
            node -> destination,
            (message, refused, reason) -> true,
            ServerObserver.NONE,
            () -> "hub.example",
            4)
        .deliver(NODE, () -> false);
  }

  private long waiting() {
    return queue.waiting(new QueueSelection.Node(NODE));
  }
}
