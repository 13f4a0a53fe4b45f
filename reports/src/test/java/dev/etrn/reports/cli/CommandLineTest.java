package dev.etrn.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.etrn.reports.cli.send.SendExitCode;
import dev.etrn.server.EtrnServer;
import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.suites.Cases;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.client.MailSubmitter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class CommandLineTest {

  @TempDir private Path directory = Path.of("");
  private String out = "";
  private String err = "";

  @Test
  void verifiesTheEmbeddedServer() throws IOException {
    assertThat(etrn("verify", "--select", "etrn.reply.no*", "--out", directory.toString()))
        .isZero();
    assertThat(out).contains("3 cases: PASS 3").doesNotContain("\u001B");
    assertThat(err).isEmpty();
    assertThat(directory.resolve("report.html")).isNotEmptyFile();
    var results = new ObjectMapper().readTree(directory.resolve("results.json").toFile());
    assertThat(results.get("summary").get("PASS").asInt()).isEqualTo(3);
  }

  @Test
  void findsNoFaultInItsOwnClient() throws IOException {
    int code = etrn("verify", "--target", "client:send", "--out", directory.toString());
    assertThat(code).as("%s", out).isZero();
    assertThat(out).contains("client:send").doesNotContain("FAIL", "WARN", "INCONCLUSIVE");
    var summary =
        new ObjectMapper().readTree(directory.resolve("results.json").toFile()).get("summary");
    assertThat(summary.get("PASS").asInt()).isGreaterThan(20);
  }

  @Test
  void saysThatNoClientCame() {
    assertThat(etrn("verify", "--client", "--within", "1", "--out", directory.toString()))
        .isEqualTo(69);
    assertThat(out).contains("connect now to 127.0.0.1:");
    assertThat(err).contains("no client connected to 127.0.0.1:").hasLineCount(1);
  }

  @Test
  void verifiesAServerThatAFileDescribes() throws IOException {
    int sink = freePort();
    var exchanger = new InetSocketAddress(InetAddress.getLoopbackAddress(), sink);
    try (EtrnServer server = EtrnServer.start(BuiltInConfig.config(loopback(), exchanger))) {
      Path yaml = directory.resolve("etrn.yaml");
      Files.writeString(
          yaml,
          """
          target: {address: '127.0.0.1:%d'}
          nodes: {permitted: branch.example}
          connectBack: {listen: '127.0.0.1:%d', within: 5s}
          """
              .formatted(server.address().getPort(), sink));
      String[] verify = {
        "verify",
        "--config",
        yaml.toString(),
        "--select",
        "etrn.effect.one-message",
        "--select",
        "etrn.reply.queue-form",
        "--out",
        directory.toString(),
      };
      assertThat(etrn(verify)).isZero();
      assertThat(out).contains("PASS 1, NOT_APPLICABLE 1").contains("needs nodes.queue");
    }
  }

  @Test
  void exitsWith1OnAFail() throws Exception {
    try (var wrong = new WrongServer()) {
      int code = etrn("verify", "--target", wrong.address(), "--out", directory.toString());
      assertThat(code).isEqualTo(1);
      assertThat(out)
          .contains("FAIL           etrn.syntax.option-without-name")
          .contains("repeat:   ./etrn verify --target " + wrong.address() + " --select etrn.");
    }
  }

  @Test
  void keepsWhatWasFoundOfATargetThatWentAway() throws Exception {
    try (var wrong = new WrongServer(20)) {
      int code = etrn("verify", "--target", wrong.address(), "--out", directory.toString());
      assertThat(code).isEqualTo(69);
      assertThat(out).contains("interrupted after ");
      assertThat(err).contains("etrn: " + wrong.address() + " went away after ").hasLineCount(1);
      var results = new ObjectMapper().readTree(directory.resolve("results.json").toFile());
      assertThat(results.get("complete").asBoolean()).isFalse();
      assertThat(results.get("cases")).hasSizeBetween(5, Cases.all().size() / 2);
      assertThat(etrn("report", directory.toString(), "--out", directory.resolve("again") + ""))
          .isNotZero();
      assertThat(out).contains("interrupted after ");
    }
  }

  @Test
  void showsTheStackTraceOnlyWithDebug() {
    etrn("verify", "--debug", "--target", "127.0.0.1:1", "--out", directory.toString());
    assertThat(err).contains("\tat dev.etrn.");
  }

  @Test
  void asksForMailAndSaysWhoConnectsBack() throws IOException {
    int sink = freePort();
    var exchanger = new InetSocketAddress(InetAddress.getLoopbackAddress(), sink);
    try (EtrnServer server = EtrnServer.start(BuiltInConfig.config(loopback(), exchanger))) {
      String address = "127.0.0.1:" + server.address().getPort();
      assertThat(etrn("send", address, "branch.example", "@idle.example")).isEqualTo(10);
      assertThat(out).contains("branch.example: 251 2.5.0 OK, no messages waiting");
      assertThat(etrn("send", address, "branch.example", "denied.example")).isEqualTo(12);
      assertThat(etrn("send", address, "branch.example", "--tls", "no")).isEqualTo(10);
      assertThat(etrn("send", address, "branch.example", "--tls", "must")).isEqualTo(69);
      assertThat(err).contains("tls is not offered, but demanded");
      assertThat(etrn("send", address, "branch.example", "--tls", "yes")).isEqualTo(64);
      assertThat(err).contains("--tls 'yes' is not known; expected no, may or must");
      new MailSubmitter(server.address(), Duration.ofSeconds(5), Recorder.start())
          .inject("wanted", "branch.example", List.of("t1"));
      assertThat(etrn("send", address, "branch.example", "--listen", "127.0.0.1:" + sink)).isZero();
      assertThat(out).contains("253 2.5.0 OK, 1 pending").contains("connected back: 127.0.0.1:");
      await("the refused message waits again")
          .until(() -> etrn("send", address, "branch.example") == 0 && out.contains("1 pending"));
    }
  }

  @Test
  void namesTheOptionForAnotherNameWhenEhloIsRefused() throws IOException {
    try (var strict = new ReplyingServer(Map.of("EHLO", "504 5.5.2 no", "HELO", "504 5.5.2 no"))) {
      assertThat(etrn("send", strict.address(), "branch.example", "--name", "dialup"))
          .isEqualTo(13);
      assertThat(err)
          .isEqualToIgnoringNewLines(
              "etrn: EHLO dialup was refused with '504 5.5.2 no': give another name with --name");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "250, 0",
    "252, 0",
    "253, 0",
    "254, 0",
    "251, 10",
    "458, 11",
    "459, 12",
    "530, 12",
    "450, 13",
    "500, 13",
    "550, 13",
    "0, 13",
    "251 250, 0",
    "250 458, 11",
    "458 459, 12",
    "459 0, 13",
  })
  void sendsAnExitCodeByReply(String replies, int code) {
    List<Integer> codes = Stream.of(replies.split(" ")).map(Integer::valueOf).toList();
    assertThat(SendExitCode.of(codes)).isEqualTo(code);
  }

  @Test
  void checksAConfiguration() throws IOException {
    Path cnf = directory.resolve("pmdf.cnf");
    Files.writeString(cnf, ". $U%$H@TCP-DAEMON\n\nl\na.test\n\ntcp_local mx inner\nTCP-DAEMON\n");
    assertThat(etrn("serve", "--config", directory.toString(), "--check")).isZero();
    assertThat(out)
        .contains(
            "host: a.test\n"
                + "ETRN: dialect PMDF, replies tell counts, accepted ETRNs count\n"
                + "sessions run as tcp_local: silentetrn");
    assertThat(err)
        .contains("etrn: pmdf.cnf line 6: warning: the keyword 'inner' is not supported");
    Files.writeString(cnf, ". $U%$H@TCP-X\n\nl port x\na.test\n\ntcp_local odd\nTCP-DAEMON\n");
    assertThat(etrn("serve", "--config", directory.toString(), "--check")).isEqualTo(64);
    assertThat(err.lines())
        .anySatisfy(line -> assertThat(line).startsWith("etrn: pmdf.cnf line 1: no channel has"))
        .anySatisfy(line -> assertThat(line).startsWith("etrn: pmdf.cnf line 3: 'port' is"))
        .contains(
            "etrn: pmdf.cnf line 6: warning: unknown keyword 'odd': correct it, or remove it");
  }

  @Test
  void printsTheCatalogueInThreeForms() throws IOException {
    assertThat(etrn("cases")).isZero();
    assertThat(out).contains("etrn.reply.no-argument");
    assertThat(etrn("cases", "--markdown")).isZero();
    assertThat(out).contains("| ETRN-001 |");
    assertThat(etrn("cases", "--json")).isZero();
    assertThat(new ObjectMapper().readTree(out).get("requirements")).isNotEmpty();
    assertThat(etrn("cases", "--json", "--markdown")).isEqualTo(64);
  }

  @ParameterizedTest
  @CsvSource({
    "--help",
    "verify --help",
    "cases --help",
    "serve --help",
    "queue --help",
    "reload --help",
    "--version"
  })
  void helps(String arguments) {
    assertThat(etrn(arguments.split(" "))).isZero();
    assertThat(out).contains("etrn");
  }

  private int etrn(String... arguments) {
    var o = new StringWriter();
    var e = new StringWriter();
    int code = Etrn.commandLine(new PrintWriter(o), new PrintWriter(e)).execute(arguments);
    out = o.toString();
    err = e.toString();
    return code;
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
