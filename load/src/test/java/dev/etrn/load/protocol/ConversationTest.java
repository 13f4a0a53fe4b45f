package dev.etrn.load.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConversationTest {

  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final List<String> told = new CopyOnWriteArrayList<>();
  private Dialling dialling = new Dialling();
  private ServerSocket listener;
  private Duration within = Duration.ofSeconds(30);

  @BeforeEach
  void listen() throws IOException {
    listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void end() throws IOException {
    listener.close();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  @Test
  void joinsTheLinesOfAReplyHoweverTheyCome() throws IOException {
    try (Socket server = greeted()) {
      ask("EHLO c.example\r\n", 1);
      assertThat(read(server, 16)).isEqualTo("EHLO c.example\r\n");
      for (String part : List.of("250-hub.exa", "mple\r\n250-E", "TRN\r", "\n250 SIZE\r\n")) {
        write(server, part);
      }
      awaitTold("220", "220 hub.example", "250 hub.example");
    }
  }

  @Test
  void matchesTheRepliesOfAGroupInTheirOrder() throws IOException {
    try (Socket server = greeted()) {
      ask("ETRN a.example\r\nETRN b.example\r\nQUIT\r\n", 3);
      write(server, "250 one\r\n458 two\r\n221 three\r\n");
      awaitTold("220", "220 hub.example", "250 one", "458 two", "221 three");
    }
  }

  @Test
  void tellsAllWhoWaitThatTheServerClosed() throws IOException {
    try (Socket server = greeted()) {
      ask("ETRN a.example\r\nQUIT\r\n", 2);
      write(server, "421 going down\r\n");
    }
    awaitTold("220", "220 hub.example", "421 going down", "CLOSED");
  }

  @Test
  void tellsOfAReset() throws IOException {
    try (Socket server = greeted()) {
      ask("QUIT\r\n", 1);
      assertThat(read(server, 6)).isEqualTo("QUIT\r\n");
      server.setSoLinger(true, 0);
    }
    awaitTold("220", "220 hub.example", "RESET");
  }

  @Test
  void givesUpAfterItsTime() throws IOException {
    within = Duration.ofMillis(300);
    try (Socket server = greeted()) {
      ask("ETRN a.example\r\n", 1);
      awaitTold("220", "220 hub.example", "TIMEOUT");
      assertThat(read(server, 16)).isEqualTo("ETRN a.example\r\n");
      assertThat(server.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void tellsOfAServerThatIsNotThere() throws IOException {
    listener.close();
    dial();
    awaitTold("REFUSED");
  }

  @Test
  void tellsOfWhatIsNoReply() throws IOException {
    try (Socket server = greeted()) {
      ask("NOOP\r\n", 1);
      write(server, "HTTP/1.1 400 Bad Request\r\n");
      awaitTold("220", "220 hub.example", "MALFORMED");
    }
  }

  @Test
  void resetsAsSoonAsItsLastLineIsWritten() throws IOException {
    try (Socket server = greeted()) {
      dialling
          .conversation()
          .writeAndReset("ETRN a.example\r\n".getBytes(StandardCharsets.US_ASCII));
      await("the reset")
          .untilAsserted(
              () ->
                  assertThat(
                          org.assertj.core.api.Assertions.catchThrowable(
                              () -> {
                                write(server, "250 too late\r\n");
                                write(server, "250 too late\r\n");
                              }))
                      .isInstanceOf(IOException.class));
    }
  }

  private Socket greeted() throws IOException {
    dial();
    Socket server = listener.accept();
    server.setTcpNoDelay(true);
    write(server, "220 hub.example\r\n");
    awaitTold("220", "220 hub.example");
    return server;
  }

  private void dial() {
    var protocol =
        new SmtpProtocol(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort()),
            List.of(),
            within,
            StepListener.NONE);
    dialling = new Dialling();
    dialling.dial(protocol, loops.next(), 1, outcome -> told.add(outcome.key()), this::tell);
  }

  private void ask(String lines, int replies) {
    List<Consumer<Outcome>> listeners =
        java.util.stream.Stream.generate(() -> (Consumer<Outcome>) this::tell)
            .limit(replies)
            .toList();
    dialling.conversation().ask(lines.getBytes(StandardCharsets.US_ASCII), listeners);
  }

  private void tell(Outcome outcome) {
    told.add(outcome.isReply() ? outcome.key() + " " + outcome.text() : outcome.key());
  }

  private void awaitTold(String... outcomes) {
    await("what is told").untilAsserted(() -> assertThat(told).containsExactly(outcomes));
  }

  private static String read(Socket from, int octets) throws IOException {
    return new String(from.getInputStream().readNBytes(octets), StandardCharsets.US_ASCII);
  }

  private static void write(Socket to, String text) throws IOException {
    to.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    to.getOutputStream().flush();
  }
}
