package dev.etrn.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.SessionLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EtrnServerTest {

  @Test
  void tells421ToSessionsWhenItCloses() throws IOException {
    try (EtrnServer server = EtrnServer.start(config());
        Socket client = connect(server)) {
      BufferedReader in = reader(client);
      assertThat(in.readLine()).startsWith("220 ");
      new Thread(server::close).start();
      assertThat(in.readLine()).startsWith("421 ");
      assertThat(in.readLine()).isNull();
    }
  }

  @Test
  void greets421BeyondItsSessions() throws IOException {
    var limits = SessionLimits.STANDARD.withSessions(1, 1);
    try (EtrnServer server = EtrnServer.start(config().withLimits(limits))) {
      try (Socket first = connect(server)) {
        assertThat(reader(first).readLine()).startsWith("220 ");
        assertThat(greeting(server)).startsWith("421 ");
      }
      await("room for another").until(() -> greeting(server).startsWith("220 "));
    }
  }

  @Test
  void endsIdleSessions() throws IOException {
    var limits = SessionLimits.STANDARD.withIdle(Duration.ofMillis(100));
    try (EtrnServer server = EtrnServer.start(config().withLimits(limits));
        Socket client = connect(server)) {
      BufferedReader in = reader(client);
      assertThat(in.readLine()).startsWith("220 ");
      assertThat(in.readLine()).startsWith("421 4.4.2 ");
    }
  }

  @Test
  void stopsReadingFromAPeerThatDoesNotRead() throws Exception {
    try (EtrnServer server = EtrnServer.start(config());
        Socket client = connect(server)) {
      byte[] noops = "NOOP\r\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
      var writer =
          new Thread(
              () -> {
                try {
                  for (int i = 0; i < 2_000; i++) {
                    client.getOutputStream().write(noops);
                  }
                } catch (IOException e) {
                  // The test is over.
                  Thread.currentThread().interrupt();
                }
              });
      writer.setDaemon(true);
      writer.start();
      await("the writer is blocked, since 120 MB fit into no socket's buffers")
          .during(Duration.ofMillis(500))
          .atMost(Duration.ofSeconds(20))
          .until(() -> writer.isAlive() && writer.getState() == Thread.State.RUNNABLE);
      try (Socket other = connect(server)) {
        assertThat(reader(other).readLine()).startsWith("220 ");
      }
      assertThat(writer.isAlive()).isTrue();
    }
  }

  @Test
  void saysWhyItCannotListen() throws IOException {
    try (EtrnServer server = EtrnServer.start(config())) {
      ServerConfig same = BuiltInConfig.config(server.address(), nowhere());
      assertThatThrownBy(() -> EtrnServer.start(same).close())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("in use");
    }
  }

  private static ServerConfig config() {
    return BuiltInConfig.config(nowhere(), nowhere());
  }

  private static InetSocketAddress nowhere() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static String greeting(EtrnServer server) throws IOException {
    try (Socket client = connect(server)) {
      return reader(client).readLine();
    }
  }

  private static Socket connect(EtrnServer server) throws IOException {
    var socket = new Socket(server.address().getAddress(), server.address().getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
  }
}
