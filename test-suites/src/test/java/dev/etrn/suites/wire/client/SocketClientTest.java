package dev.etrn.suites.wire.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Event.Closing;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.Recorder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SocketClientTest {

  private static final Duration SHORT = Duration.ofMillis(200);

  @Test
  void sendsOctetsAsGivenAndRecordsBothWays() throws IOException {
    var heard = new CopyOnWriteArrayList<String>();
    try (var server =
        new CannedReplyServer(
            "220 a\r\n",
            line -> {
              heard.add(line);
              return "250 \u0000\u00FF\r\n";
            })) {
      Transcript transcript =
          talk(
              server.address(),
              client -> {
                client.step("greeting").reply();
                client.step("odd").send("A\u0000\rB\u00E9\n").reply();
              });
      assertThat(heard).containsExactly("A\u0000\rB\u00E9\n");
      assertThat(transcript.all(Event.Received.class).map(Event.Received::octets))
          .containsExactly(Octets.of("220 a\r\n"), Octets.of("250 \u0000\u00FF\r\n"));
      assertThat(transcript.all(Event.Closed.class).map(Event.Closed::how))
          .containsExactly(Closing.BY_US);
    }
  }

  @Test
  void sendsInPieces() throws IOException {
    try (var server = new CannedReplyServer("220 a\r\n", line -> "250 " + line)) {
      Transcript transcript =
          talk(
              server.address(),
              client -> {
                client.reply();
                client.step("pieces").sendInPieces("NOOP\r\n", 1, Duration.ofMillis(1)).reply();
              });
      assertThat(transcript.all(Event.Sent.class)).hasSize(6);
      assertThat(Dialogue.first(transcript).firstReply("pieces").orElseThrow().text())
          .isEqualTo("NOOP");
    }
  }

  @Test
  void recordsSilenceAsAValue() throws IOException {
    try (var server = new CannedReplyServer("", line -> "")) {
      Transcript transcript =
          talk(server.address(), client -> assertThat(client.reply()).isEmpty());
      assertThat(transcript.all(Event.Waited.class).findFirst().orElseThrow().waitedNanos())
          .isGreaterThanOrEqualTo(SHORT.toNanos());
    }
  }

  @Test
  void recordsThatThePeerClosed() throws IOException {
    try (var server = new CannedReplyServer(CannedReplyServer.CLOSE, line -> "")) {
      Transcript transcript =
          talk(
              server.address(),
              client -> {
                assertThat(client.reply()).isEmpty();
                assertThat(client.isOpen()).isFalse();
                assertThat(client.line("NOOP").reply()).isEmpty();
              });
      assertThat(Dialogue.first(transcript).peerClosed()).isTrue();
    }
  }

  @Test
  void recordsARefusedConnection() throws IOException {
    Transcript transcript = talk(nobody(), client -> assertThat(client.isOpen()).isFalse());
    assertThat(transcript.all(Event.Unreachable.class).findFirst().orElseThrow().why())
        .contains("refused");
  }

  @Test
  void halfClosesAndResets() throws IOException {
    try (var server = new CannedReplyServer("220 a\r\n", line -> "250 ok\r\n")) {
      Transcript transcript =
          talk(
              server.address(),
              client -> {
                client.reply();
                client.line("NOOP").halfClose();
                assertThat(client.reply()).isPresent();
                client.reset();
              });
      assertThat(transcript.all(Event.Closed.class).map(Event.Closed::how))
          .contains(Closing.HALF_BY_US);
    }
  }

  @Test
  void recordsAHandshakeThatFails() throws IOException {
    try (var server = new CannedReplyServer("220 a\r\n", line -> "500 what\r\n")) {
      Transcript transcript =
          talk(
              server.address(),
              client -> {
                client.reply();
                assertThat(client.startTls()).isFalse();
                assertThat(client.isOpen()).isFalse();
              });
      Event.Handshake handshake = Dialogue.first(transcript).handshake().orElseThrow();
      assertThat(handshake.isSecure()).isFalse();
      assertThat(handshake.detail()).isNotBlank();
    }
  }

  @Test
  void sendsSecretsButDoesNotRecordThem() throws IOException {
    var heard = new CopyOnWriteArrayList<String>();
    try (var server =
        new CannedReplyServer(
            "",
            line -> {
              heard.add(line);
              return "235 a\r\n";
            })) {
      Transcript transcript =
          talk(
              server.address(),
              client -> client.sendSecretly("AUTH secret\r\n", "AUTH ****\r\n").reply());
      assertThat(heard).containsExactly("AUTH secret\r\n");
      assertThat(transcript.toString()).contains("AUTH ****").doesNotContain("secret");
    }
  }

  @Test
  void leavesAServerWhoseReplyHasNoEnd() throws IOException {
    String endless = "250-and so on\r\n".repeat(2000);
    try (var server = new CannedReplyServer("", line -> endless)) {
      Transcript transcript = talk(server.address(), client -> client.line("NOOP").reply());
      assertThat(transcript.fact(Facts.EXCESS)).contains("C1: a reply without an end");
      assertThat(transcript.all(Event.Closed.class))
          .extracting(Event.Closed::how)
          .containsExactly(Event.Closing.BY_US);
    }
  }

  @Test
  void floodsUntilThePeerStopsToRead() throws IOException {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Transcript transcript =
          talk(
              (InetSocketAddress) silent.getLocalSocketAddress(),
              client -> {
                int written = client.flood("x".repeat(1024), 1_000_000, SHORT);
                assertThat(written).isBetween(1, 999_999);
                client.reset();
              });
      assertThat(transcript.all(Event.Sent.class)).hasSize(1);
    }
  }

  private static Transcript talk(InetSocketAddress address, Consumer<WireClient> script) {
    var recorder = Recorder.start();
    try (var client = SocketClient.connect(address, 1, recorder, SHORT, SHORT)) {
      script.accept(client);
    }
    return recorder.transcript("test");
  }

  private static InetSocketAddress nobody() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return (InetSocketAddress) socket.getLocalSocketAddress();
    }
  }
}
