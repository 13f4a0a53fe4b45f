package dev.etrn.reports.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.reports.cli.CommandRun;
import dev.etrn.reports.cli.ReplyingServer;
import dev.etrn.server.EtrnServer;
import dev.etrn.server.config.BuiltInConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code etrn init} command against servers on loopback. */
class InitCommandTest {

  private static final String OFFER = "250-x\r\n250 ETRN";

  @TempDir private Path directory = Path.of("");

  @Test
  @Tag("slow")
  void writesAFileThatVerifies() throws IOException {
    int sink = freePort();
    var exchanger = new InetSocketAddress(InetAddress.getLoopbackAddress(), sink);
    try (EtrnServer server = EtrnServer.start(BuiltInConfig.config(loopback(), exchanger))) {
      Path file = directory.resolve("etrn.yaml");
      CommandRun init =
          CommandRun.of(
              "init",
              "127.0.0.1:" + server.address().getPort(),
              "--node=branch.example",
              "--node=denied.example",
              "--node=unknown.example",
              "--listen=127.0.0.1:" + sink,
              "--out=" + file);
      assertThat(init.code()).as(init.err()).isZero();
      assertThat(init.out()).contains("next: etrn verify --config " + file).hasLineCount(1);
      assertThat(file)
          .content()
          .contains("permitted: branch.example", "denied: denied.example")
          .containsPattern("within: [0-9]+s")
          .contains("unknown: unknown.example", "etrnsPerSession: 10", "EHLO offers ETRN");
      CommandRun verify =
          CommandRun.of(
              "verify",
              "--config=" + file,
              "--select=etrn.effect.one-message",
              "--out=" + directory.resolve("out"));
      assertThat(verify.code()).as(verify.err()).isZero();
      assertThat(verify.out())
          .containsPattern("ETRN works for branch.example: mail came .* after the request; no dev")
          .doesNotContain("next:");
    }
  }

  @Test
  void replacesNoFileUnlessItIsToldTo() throws IOException {
    Path file = directory.resolve("etrn.yaml");
    Files.writeString(file, "mine");
    try (var server = new ReplyingServer(Map.of("EHLO", OFFER))) {
      CommandRun refused = CommandRun.of("init", server.address(), "--out=" + file);
      assertThat(refused.code()).isEqualTo(64);
      assertThat(refused.err()).contains("exists already").hasLineCount(1);
      assertThat(file).hasContent("mine");
      assertThat(server.lines()).isEmpty();
      assertThat(CommandRun.of("init", server.address(), "--force", "--out=" + file).code())
          .isZero();
      assertThat(file).content().contains("address: " + server.address());
    }
  }

  @Test
  void writesToStandardOutputAndSaysWhatAnAdministratorWouldSet() throws IOException {
    var replies = Map.of("", "220 hub ESMTP Postfix", "EHLO", OFFER, "ETRN", "459 unavailable");
    try (var server = new ReplyingServer(replies)) {
      CommandRun init = CommandRun.of("init", server.address(), "--permitted=a.example", "--out=-");
      assertThat(init.code()).isZero();
      assertThat(init.out())
          .contains("# ETRN is refused for the permitted name, '459 unavailable'.")
          .contains("#   relay_domains = a.example", "#   fast_flush_domains = $relay_domains");
      assertThat(server.lines()).noneMatch(line -> line.startsWith("DATA"));
    }
  }

  @Test
  void findsOutThatEtrnIsNotOffered() throws IOException {
    try (var server = new ReplyingServer(Map.of("EHLO", "250 x"))) {
      CommandRun init =
          CommandRun.of("init", server.address(), "--mta=exim", "--out=" + directory.resolve("f"));
      assertThat(init.out())
          .contains("EHLO does not offer ETRN", "  acl_smtp_etrn = acl_check_etrn");
    }
  }

  @Test
  void keepsAPasswordFromOthers() throws IOException {
    Path password = directory.resolve("password");
    Files.writeString(password, "secret\n");
    Path file = directory.resolve("etrn.yaml");
    var replies = Map.of("EHLO", "250-x\r\n250-AUTH PLAIN\r\n250 ETRN", "AUTH", "235 ok");
    try (var server = new ReplyingServer(replies)) {
      String[] init = {
        "init", server.address(), "--user=me", "--password-file=" + password, "--out=" + file
      };
      assertThat(CommandRun.of(init).code()).isZero();
      assertThat(file).content().contains("password: 'secret'");
      assertThat(Files.getPosixFilePermissions(file))
          .containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
  }

  @Test
  void saysWhatIsWrongInOneSentence() {
    assertThat(CommandRun.of("init", "a b").err()).contains("is not a server").hasLineCount(1);
    assertThat(CommandRun.of("init", "127.0.0.1:1", "--out=-").code()).isEqualTo(69);
    assertThat(CommandRun.of("init", "192.0.2.1", "--out=-").err())
        .contains("add --i-am-allowed 192.0.2.1");
    assertThat(
            CommandRun.of("init", "127.0.0.1", "--out=-", "--empty=a.example", "--node=A.example")
                .err())
        .contains("A.example is given twice");
    assertThat(
            CommandRun.of("init", "127.0.0.1", "--out=-", "--empty=a.example", "--node=b.a.example")
                .err())
        .contains("overlaps another name");
    assertThat(CommandRun.of("init", "127.0.0.1", "--out=-", "--mta=qmail").err())
        .contains("expected one of: postfix, exim, sendmail");
    assertThat(CommandRun.of("init", "127.0.0.1", "--out=-", "--user=me").err())
        .contains("--password-file");
  }

  @Test
  void isTheNextStepForAServerThatNoFileDescribes() throws IOException {
    try (var server = new ReplyingServer(Map.of("EHLO", OFFER))) {
      CommandRun verify =
          CommandRun.of(
              "verify",
              "--target=" + server.address(),
              "--select=etrn.reply.no-argument",
              "--out=" + directory);
      assertThat(verify.out()).contains("next: etrn init " + server.address());
    }
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
