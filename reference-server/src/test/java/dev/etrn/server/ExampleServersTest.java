package dev.etrn.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.etrn.server.config.pmdf.ConfigDirectory;
import dev.etrn.server.delivery.client.EtrnClient;
import dev.etrn.server.delivery.client.ScriptedExchanger;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example configurations in use, with the addresses replaced by local ones. */
class ExampleServersTest {

  @TempDir private Path directory = Path.of("");

  @Test
  void providerHoldsMailUntilItsBranchSendsSome() throws Exception {
    try (var inside = new ScriptedExchanger(Map.of());
        var outside = new ScriptedExchanger(Map.of())) {
      int branchPort = freePort();
      try (EtrnServer provider =
          start(
              "provider",
              0,
              Map.of("[192.0.2.1]", here(branchPort), "smtp mx", "smtp daemon " + at(outside)),
              Map.of("192.0.2.1 ", "127.0.0.1 "))) {
        var providerAt =
            Map.of("[192.0.2.10]", here(provider.address().getPort()), "[192.0.2.26]", at(inside));
        try (EtrnServer branch = start("branch", branchPort, providerAt, Map.of())) {
          send(provider, "inbox@branch.example", "held for the branch");
          send(branch, "x@elsewhere.example", "from the branch");
          await("the branch's mail went out").until(() -> has(outside, "Subject: from the branch"));
          await("its own mail came in").until(() -> has(inside, "Subject: held for the branch"));
          assertThat(has(outside, "Subject: held for the branch")).isFalse();
        }
      }
    }
  }

  @Test
  void firewallDeliversInsideAtOnceAndLetsNobodyRunTheHub() throws Exception {
    try (var hub = new ScriptedExchanger(Map.of());
        EtrnServer firewall =
            start(
                "firewall",
                0,
                Map.of("[192.0.2.25]", at(hub)),
                Map.of("198.51.100.0/24", "127.0.0.0/8"))) {
      send(firewall, "inbox@inside.example", "for the inside");
      await("it is delivered without being asked for")
          .until(() -> has(hub, "Subject: for the inside"));
      var client = new EtrnClient(firewall.address(), "c.test", Duration.ofSeconds(10));
      List<EtrnClient.Result> results =
          client.ask(
              List.of(
                  "inside.example",
                  "#tcp_hub",
                  "partner.example",
                  "@partner.example",
                  "partner.example"));
      assertThat(results)
          .extracting(EtrnClient.Result::code)
          .containsExactly(459, 459, 251, 251, 458);
      assertThat(results)
          .noneMatch(
              result -> result.text().contains("TCP") || result.text().contains("tcp_local"));
    }
  }

  @Test
  void firewallTellsTheSenderInsideThatHisMailWasRefused() throws Exception {
    try (var hub = new ScriptedExchanger(Map.of());
        var outside = new ScriptedExchanger(Map.of("RCPT", "550 5.1.1 nobody here"));
        EtrnServer firewall =
            start(
                "firewall",
                0,
                Map.of("[192.0.2.25]", at(hub), "smtp mx", "smtp daemon " + at(outside)),
                Map.of())) {
      send(firewall, "someone@inside.example", "x@elsewhere.example", "refused");
      await("the report is delivered without being asked for")
          .until(() -> has(hub, "Final-Recipient: rfc822; x@elsewhere.example"));
      assertThat(hub.lines())
          .contains("MAIL FROM:<>", "RCPT TO:<someone@inside.example>", "Status: 5.1.1");
    }
  }

  /** Starts an example with some texts in its pmdf.cnf and etrn_access replaced. */
  private EtrnServer start(
      String example, int port, Map<String, String> inCnf, Map<String, String> inAccess)
      throws Exception {
    Path copy = Files.createDirectory(directory.resolve(example));
    try (Stream<Path> files = Files.list(Path.of("examples", example))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    replace(copy.resolve("pmdf.cnf"), inCnf);
    replace(copy.resolve("etrn_access"), inAccess);
    var listen = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    return EtrnServer.start(ConfigDirectory.read(copy, listen).config());
  }

  private static void replace(Path file, Map<String, String> texts) throws IOException {
    String text = Files.readString(file);
    for (Map.Entry<String, String> replacement : texts.entrySet()) {
      assertThat(text).contains(replacement.getKey());
      text = text.replace(replacement.getKey(), replacement.getValue());
    }
    Files.writeString(file, text);
  }

  private static void send(EtrnServer server, String recipient, String subject) throws Exception {
    send(server, "someone@branch.example", recipient, subject);
  }

  private static void send(EtrnServer server, String sender, String recipient, String subject)
      throws Exception {
    var properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", Integer.toString(server.address().getPort()));
    properties.setProperty("mail.smtp.timeout", "10000");
    Session session = Session.getInstance(properties);
    var message = new MimeMessage(session);
    message.setFrom(new InternetAddress(sender));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
    message.setSubject(subject);
    message.setText("text");
    Transport.send(message);
  }

  private static boolean has(ScriptedExchanger exchanger, String line) {
    return exchanger.lines().contains(line);
  }

  private static String at(ScriptedExchanger exchanger) {
    return here(exchanger.address().getPort());
  }

  private static String here(int port) {
    return "[127.0.0.1] port " + port;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
