package dev.etrn.reports.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.etrn.reports.cli.Etrn;
import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Delivery;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.client.MailSubmitter;
import dev.etrn.suites.wire.sink.Sink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server in a process of its own, as an operator has it: SIGTERM, queue and reload. */
@Tag("slow")
@EnabledOnOs({OS.LINUX, OS.MAC})
class ServeProcessTest {

  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final String NODE = "branch.example";
  private static final int TERMINATED = 143;

  @TempDir private Path directory = Path.of("");
  private String out = "";
  private String err = "";

  @Test
  @Timeout(180)
  void saysGoodbyeAndDeliversEverythingOnceWhenItIsTerminated() throws Exception {
    // SEC-035, SMTP-037
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    try (Sink sink = Sink.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        ServeProcess server = serve(sink);
        Socket session = connect(server)) {
      var underWay = new CountDownLatch(1);
      var injecting =
          new Thread(
              () -> {
                for (int i = 0; i < 1000 && inject(server, "t" + i, acknowledged); i++) {
                  if (i == 20) {
                    underWay.countDown();
                  }
                }
                underWay.countDown();
              });
      injecting.start();
      assertThat(underWay.await(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
      BufferedReader in = reader(session);
      assertThat(in.readLine()).startsWith("220 ");
      assertThat(ask(session, in, "HELO c.test")).startsWith("250 ");
      assertThat(ask(session, in, "ETRN " + NODE)).startsWith("253 ");
      server.terminate();
      assertThat(in.readLine()).startsWith("421 ");
      assertThat(in.readLine()).isNull();
      assertThat(server.exitCode()).isEqualTo(TERMINATED);
      injecting.join(BOUND.toMillis());
      assertThat(acknowledged).hasSizeBetween(20, 999);
      try (ServeProcess again = serve(sink);
          Socket asking = connect(again)) {
        BufferedReader replies = reader(asking);
        assertThat(replies.readLine()).startsWith("220 ");
        assertThat(ask(asking, replies, "HELO c.test")).startsWith("250 ");
        assertThat(ask(asking, replies, "ETRN " + NODE)).startsWith("25");
        assertThat(sink.await(acknowledged, BOUND)).isTrue();
      }
      List<String> delivered = delivered(sink);
      assertThat(new HashSet<>(delivered)).hasSameSizeAs(delivered).containsAll(acknowledged);
    }
  }

  @Test
  @Timeout(120)
  void showsItsQueueAndReadsItsConfigurationAgain() throws Exception {
    int adminPort = freePort();
    String admin = "127.0.0.1:" + adminPort;
    write("branch.example");
    try (ServeProcess server =
        ServeProcess.start("--config", directory.toString(), "--admin", admin)) {
      assertThat(etrn("queue", "--admin", admin)).isZero();
      assertThat(out).isEqualTo("no mail waits\n");
      var acknowledged = new HashSet<String>();
      assertThat(inject(server, "t1", acknowledged)).isTrue();
      assertThat(etrn("queue", "--admin", admin)).isZero();
      assertThat(out.lines().toList().get(0)).startsWith("NODE            CHANNEL");
      assertThat(out).contains("branch.example  tcp_branch  1 ").contains("1 message waiting");
      assertThat(etrn("queue", "--admin", admin, "--json")).isZero();
      JsonNode json = new ObjectMapper().readTree(out);
      assertThat(json.get("nodes").get(0).get("waiting").asInt()).isEqualTo(1);
      assertThat(etrn("queue", "--admin", admin, "--failed")).isZero();
      assertThat(out).isEqualTo("no message failed\n");

      assertThat(etrn("send", text(server), NODE)).isZero();
      write("sibling.example");
      assertThat(etrn("reload", "--admin", admin)).isZero();
      assertThat(out).isEqualTo("reloaded\n");
      assertThat(etrn("send", text(server), NODE)).isEqualTo(12);

      Files.writeString(directory.resolve("etrn_access"), "nonsense\n\nmore nonsense\n");
      assertThat(etrn("reload", "--admin", admin)).isEqualTo(64);
      assertThat(err.lines())
          .hasSize(2)
          .allSatisfy(line -> assertThat(line).startsWith("etrn: etrn_access line "));
      assertThat(etrn("send", text(server), NODE)).isEqualTo(12);
      assertThat(etrn("queue", "--admin", text(server))).isEqualTo(69);
      assertThat(err).startsWith("etrn: cannot reach ").hasLineCount(1);
    }
  }

  private void write(String allowed) throws IOException {
    Files.writeString(
        directory.resolve("pmdf.cnf"),
        """
        branch.example $U%$H@tcp-branch
        sibling.example $U%$H@tcp-branch

        l
        hub.example

        tcp_local smtp silentetrn
        TCP-DAEMON

        tcp_branch smtp periodic
        tcp-branch
        """);
    Files.writeString(directory.resolve("etrn_access"), "127.0.0.0/8 " + allowed + "\n");
  }

  private ServeProcess serve(Sink sink) throws IOException {
    return ServeProcess.start(
        "--exchanger",
        "127.0.0.1:" + sink.address().getPort(),
        "--queue",
        directory.resolve("queue").toString());
  }

  private static boolean inject(ServeProcess server, String token, Set<String> acknowledged) {
    var injector = new MailSubmitter(server.address(), BOUND, Recorder.start());
    return acknowledged.addAll(injector.inject("wanted", NODE, List.of(token)));
  }

  private static List<String> delivered(Sink sink) {
    return Deliveries.of(new Transcript("term", sink.since(Long.MIN_VALUE / 2))).all().stream()
        .filter(Delivery::accepted)
        .map(d -> d.token().orElseThrow())
        .toList();
  }

  private static Socket connect(ServeProcess server) throws IOException {
    var socket = new Socket(server.address().getAddress(), server.address().getPort());
    socket.setSoTimeout((int) BOUND.toMillis());
    return socket;
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
  }

  private static String ask(Socket socket, BufferedReader in, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    return String.valueOf(in.readLine());
  }

  private static String text(ServeProcess server) {
    return "127.0.0.1:" + server.address().getPort();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private int etrn(String... arguments) {
    var o = new StringWriter();
    var e = new StringWriter();
    int code = Etrn.commandLine(new PrintWriter(o), new PrintWriter(e)).execute(arguments);
    out = o.toString();
    err = e.toString();
    return code;
  }
}
