package dev.etrn.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.server.config.RewriteTemplate;
import dev.etrn.server.config.Routing;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.Channel;
import dev.etrn.server.config.channel.OutgoingSettings;
import dev.etrn.server.delivery.client.ScriptedExchanger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The addresses of an envelope on the wire, from the client to the exchanger. */
class EnvelopeTest {

  @Test
  void passesQuotedLocalPartsOnWithoutTheirSourceRoutes() throws IOException {
    try (var exchanger = new ScriptedExchanger(Map.of());
        EtrnServer server = EtrnServer.start(BuiltInConfig.config(any(), exchanger.address()))) {
      List<String> replies =
          talk(
              server,
              "EHLO c.test",
              "MAIL FROM:<@a.test,@b.test:\"s \\\" p\"@c.test> SIZE=10",
              "RCPT TO:<@x.test:\"a>b@c\"@branch.example>",
              "DATA",
              "x\r\n.",
              "ETRN branch.example");
      assertThat(replies).extracting(EnvelopeTest::code).endsWith(250, 250, 354, 250, 253);
      await("the delivery").until(() -> exchanger.lines().contains("QUIT"));
      assertThat(exchanger.lines())
          .contains("MAIL FROM:<\"s \\\" p\"@c.test>", "RCPT TO:<\"a>b@c\"@branch.example>");
    }
  }

  @Test
  void relaysToAnAddressLiteralOnlyByARule() throws IOException {
    try (var exchanger = new ScriptedExchanger(Map.of());
        EtrnServer refusing = EtrnServer.start(BuiltInConfig.config(any(), exchanger.address()));
        EtrnServer relaying = EtrnServer.start(relayingAll(exchanger.address()))) {
      String[] dialogue = {
        "EHLO c.test",
        "MAIL FROM:<a@[IPv6:2001:db8::1]>",
        "RCPT TO:<b@[192.0.2.1]>",
        "RCPT TO:<b@[192.0.2.256]>",
        "DATA",
        "x\r\n."
      };
      assertThat(talk(refusing, dialogue))
          .extracting(EnvelopeTest::code)
          .containsExactly(220, 250, 250, 550, 501, 503, 500);
      assertThat(talk(relaying, dialogue))
          .extracting(EnvelopeTest::code)
          .containsExactly(220, 250, 250, 250, 501, 354, 250);
      await("the delivery").until(() -> exchanger.lines().contains("QUIT"));
      assertThat(exchanger.lines())
          .contains("MAIL FROM:<a@[IPv6:2001:db8::1]>", "RCPT TO:<b@[192.0.2.1]>");
    }
  }

  private static ServerConfig relayingAll(InetSocketAddress exchanger) {
    Channel channel =
        Channel.of("tcp_all")
            .delivering(OutgoingSettings.STANDARD.toDaemon("[127.0.0.1]", exchanger.getPort()));
    Routing.Builder routing = Routing.builder().subtree("all.test", channel);
    assertThat(routing.rule(".", RewriteTemplate.parse("$U%$H@TCP-ALL"))).isTrue();
    return BuiltInConfig.config(any(), exchanger)
        .withRouting(routing.build(), ServerConfig.byName(channel));
  }

  private static InetSocketAddress any() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** Sends each line after the reply to the one before, and returns the last lines of replies. */
  private static List<String> talk(EtrnServer server, String... lines) throws IOException {
    try (Socket socket = new Socket(server.address().getAddress(), server.address().getPort())) {
      socket.setSoTimeout(10_000);
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      var replies = new ArrayList<>(List.of(reply(in)));
      for (String line : lines) {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        replies.add(reply(in));
      }
      return replies;
    }
  }

  private static String reply(BufferedReader in) throws IOException {
    String line;
    do {
      line = Objects.requireNonNull(in.readLine(), "the server hung up");
    } while (line.charAt(3) == '-');
    return line;
  }

  private static int code(String reply) {
    return Integer.parseInt(reply.substring(0, 3));
  }
}
