package dev.etrn.server.delivery.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.server.config.channel.Security.Demand;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EtrnClientTest {

  private static final String OFFER = "250-sink\r\n250-etrn\r\n250 SIZE";
  private static final String OFFER_WITH_TLS = "250-sink\r\n250-ETRN\r\n250 STARTTLS";

  @Test
  void asksForEachNodeWhateverTheReplyToTheOneBefore() throws IOException {
    var replies =
        Map.of(
            "EHLO", OFFER,
            "ETRN a.test", "459 not allowed",
            "ETRN b.test", "251 none",
            "ETRN c.test", "253-two\r\n253 2 pending");
    try (var server = new ScriptedExchanger(replies)) {
      assertThat(ask(server, "a.test", "b.test", "c.test"))
          .extracting(EtrnClient.Result::code)
          .containsExactly(459, 251, 253);
      assertThat(server.lines())
          .containsExactly("EHLO me.test", "ETRN a.test", "ETRN b.test", "ETRN c.test", "QUIT");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"500 what", "501 no"})
  void sendsNoMoreAfterASyntaxError(String reply) throws IOException {
    try (var server = new ScriptedExchanger(Map.of("EHLO", OFFER, "ETRN", reply))) {
      assertThat(ask(server, "a.test", "b.test"))
          .extracting(EtrnClient.Result::code)
          .containsExactly(Integer.parseInt(reply.substring(0, 3)), 0);
      assertThat(server.lines()).doesNotContain("ETRN b.test");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"250 sink", "250-sink\r\n250 ETRNX", "250-sink\r\n250 XETRN", "500 no"})
  void sendsNoneWhenItIsNotOffered(String ehlo) throws IOException {
    try (var server = new ScriptedExchanger(Map.of("EHLO", ehlo))) {
      assertThat(ask(server, "a.test").get(0).code()).isZero();
      assertThat(server.lines()).noneMatch(line -> line.startsWith("ETRN"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "504 need a fully qualified name",
        "501 syntax",
        "550 no",
        "450 4.7.1 host not found"
      })
  void saysThatItsNameIsRefused(String reply) throws IOException {
    try (var server = new ScriptedExchanger(Map.of("EHLO", reply, "HELO", reply))) {
      assertThatThrownBy(() -> ask(server, "a.test"))
          .isInstanceOfSatisfying(
              GreetingRefusedException.class, e -> assertThat(e.reply()).isEqualTo(reply))
          .hasMessage("EHLO me.test was answered " + reply);
    }
  }

  @Test
  void saysThatItsNameIsRefusedThoughHeloIsTaken() throws IOException {
    try (var server = new ScriptedExchanger(Map.of("EHLO", "504 no"))) {
      assertThatThrownBy(() -> ask(server, "a.test")).isInstanceOf(GreetingRefusedException.class);
      assertThat(server.lines()).containsExactly("EHLO me.test", "HELO me.test", "QUIT");
    }
  }

  @Test
  void takesAServerThatClosesForOneThatBroke() throws IOException {
    try (var server = new ScriptedExchanger(Map.of("EHLO", "421 closing"))) {
      assertThatThrownBy(() -> ask(server, "a.test"))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(GreetingRefusedException.class);
    }
  }

  @Test
  void triesEachAddressUntilOneGreets() throws IOException {
    var away = new ScriptedExchanger(Map.of());
    away.close();
    try (var server = new ScriptedExchanger(Map.of("EHLO", OFFER))) {
      var client =
          new EtrnClient(
              List.of(away.address(), server.address()),
              ClientName.of("me.test"),
              Duration.ofSeconds(5),
              Demand.NO);
      assertThat(client.ask(List.of("a.test"))).hasSize(1);
      assertThat(server.lines()).contains("EHLO me.test", "ETRN a.test");
    }
  }

  @Test
  void saysThatTheServerBroke() throws IOException {
    try (var server =
        new ScriptedExchanger(Map.of("EHLO", OFFER, "ETRN", ScriptedExchanger.DROP))) {
      assertThatThrownBy(() -> ask(server, "a.test")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void asksEncryptedWhereThatIsOffered() throws IOException {
    var replies =
        Map.of(
            "EHLO",
            "250-sink\r\n250 STARTTLS",
            "STARTTLS",
            ScriptedExchanger.TLS,
            "tls:EHLO",
            OFFER);
    try (var server = new ScriptedExchanger(replies)) {
      assertThat(ask(server, "a.test").get(0).code()).isEqualTo(250);
      assertThat(server.lines())
          .containsExactly(
              "EHLO me.test", "STARTTLS", "tls:EHLO me.test", "tls:ETRN a.test", "tls:QUIT");
    }
  }

  @Test
  void forgetsWhatWasOfferedBeforeTls() throws IOException {
    var replies =
        Map.of("EHLO", OFFER_WITH_TLS, "STARTTLS", ScriptedExchanger.TLS, "tls:EHLO", "250 sink");
    try (var server = new ScriptedExchanger(replies)) {
      assertThat(ask(server, "a.test").get(0).code()).isZero();
      assertThat(server.lines()).noneMatch(line -> line.contains("ETRN"));
    }
  }

  @Test
  void asksInTheClearWhenTlsFailsUnlessItIsDemanded() throws IOException {
    var replies = Map.of("EHLO", OFFER_WITH_TLS, "STARTTLS", "220 go" + ScriptedExchanger.DROP);
    try (var server = new ScriptedExchanger(replies)) {
      assertThat(ask(server, Demand.MAY, "a.test").get(0).code()).isEqualTo(250);
      assertThat(server.lines()).containsOnlyOnce("STARTTLS").containsOnlyOnce("ETRN a.test");
      assertThatThrownBy(() -> ask(server, Demand.MUST, "a.test")).isInstanceOf(IOException.class);
      assertThat(server.lines()).containsOnlyOnce("ETRN a.test");
    }
  }

  @Test
  void asksInTheClearWhenToldTo() throws IOException {
    try (var server = new ScriptedExchanger(Map.of("EHLO", OFFER_WITH_TLS))) {
      assertThat(ask(server, Demand.NO, "a.test").get(0).code()).isEqualTo(250);
      assertThat(server.lines()).doesNotContain("STARTTLS");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.test", "@a.test", "#queue", "#tcp_branch"})
  void knowsNodes(String node) {
    assertThat(EtrnClient.isNode(node)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "@",
        "#",
        "@a",
        "a b.test",
        "a.test\r\nQUIT",
        "#a b",
        "@@a.test",
        "b\u00FC.test"
      })
  void knowsWhatMayNotGoOnTheWire(String node) {
    assertThat(EtrnClient.isNode(node)).isFalse();
  }

  private static List<EtrnClient.Result> ask(ScriptedExchanger server, String... nodes)
      throws IOException {
    return ask(server, Demand.MAY, nodes);
  }

  private static List<EtrnClient.Result> ask(ScriptedExchanger server, Demand tls, String... nodes)
      throws IOException {
    return new EtrnClient(server.address(), "me.test", Duration.ofSeconds(5), tls)
        .ask(List.of(nodes));
  }
}
