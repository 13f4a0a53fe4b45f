package dev.etrn.suites.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.etrn.suites.containers.NeedsContainers;
import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Delivery;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.client.MailSubmitter;
import dev.etrn.suites.wire.sink.Sink;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.Container.ExecResult;

/** Tests of the example configurations with Postfix as the partner, as a server and as a client. */
@NeedsContainers
@Timeout(120)
class PartnersIT {

  private static final Duration BOUND = Duration.ofSeconds(20);
  private static final Duration QUIET = Duration.ofSeconds(1);

  @TempDir private Path directory = Path.of("");

  @Test
  void branchAsksItsProviderWheneverItSendsMail() throws Exception {
    var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (Sink inside = Sink.listen(anyPort);
        PartnerContainer provider = PartnerContainer.start("provider.example", "branch.example");
        ExampleServer branch =
            ExampleServer.onAllAddresses(
                "branch",
                directory,
                Map.of(
                    "[192.0.2.10]",
                    "[" + provider.address() + "]",
                    "[192.0.2.26]",
                    "[127.0.0.1] port " + inside.address().getPort()))) {
      provider.deliverHeldMailTo(branch.port());
      List<String> heldTokens = send(provider.smtp(), "branch.example", "held-1", "held-2");
      await("Postfix holds the mail")
          .atMost(BOUND)
          .until(() -> provider.logged("status=deferred (deferred transport)") == 2);

      send(branch.address(), "elsewhere.example", "own-1");

      assertThat(inside.await(heldTokens, BOUND)).isTrue();
      await("the branch's own mail came to Postfix")
          .atMost(BOUND)
          .until(() -> provider.mailbox().equals(List.of("own-1")));
      await("the session is over, and nothing comes twice")
          .during(QUIET)
          .atMost(BOUND)
          .untilAsserted(
              () -> assertThat(tokens(inside)).containsExactlyInAnyOrderElementsOf(heldTokens));
      assertThat(provider.sessionsOf("branch.example"))
          .containsExactly(
              List.of(
                  "EHLO branch.example", "ETRN branch.example", "MAIL", "RCPT", "DATA", "QUIT"));
    }
  }

  @Test
  void providerSendsWhatFetchmailAsksFor() throws Exception {
    try (PartnerContainer branch = PartnerContainer.start("branch.example", "");
        PartnerContainer sibling = PartnerContainer.start("sibling.example", "");
        ExampleServer provider =
            ExampleServer.onAllAddresses(
                "provider",
                directory,
                Map.of("192.0.2.1", branch.address(), "192.0.2.2", sibling.address()))) {
      List<String> branchTokens =
          send(provider.address(), "branch.example", "wanted-1", "wanted-2");
      List<String> siblingTokens = send(provider.address(), "sibling.example", "other-1");

      assertRefused(sibling.fetchmail(provider.port(), "branch.example"));
      assertRefused(branch.fetchmail(provider.port(), "sibling.example"));
      assertRefused(branch.fetchmail(provider.port(), "unknown.example"));
      assertStays(branch, List.of());

      ExecResult fetchmail = branch.fetchmail(provider.port(), "branch.example");
      assertThat(fetchmail.getExitCode()).isZero();
      assertThat(fetchmail.getStdout())
          .contains("ETRN> ETRN branch.example", "ETRN< 253 2.5.0 OK, 2 pending messages")
          .doesNotContainIgnoringCase("tcp_")
          .doesNotContain("TCP-");
      await("Postfix took the branch's mail")
          .atMost(BOUND)
          .until(() -> branch.logged("status=sent (delivered to mailbox)") == 2);
      assertStays(branch, branchTokens);
      assertStays(sibling, List.of());

      assertThat(sibling.fetchmail(provider.port(), "sibling.example").getExitCode()).isZero();
      await("Postfix took the sibling's mail")
          .atMost(BOUND)
          .until(() -> sibling.mailbox().equals(siblingTokens));
      assertStays(branch, branchTokens);
    }
  }

  private static void assertRefused(ExecResult fetchmail) {
    assertThat(fetchmail.getStdout())
        .containsPattern("ETRN< 459 4\\.5\\.0 node \\S+ not allowed: not yours to release");
    assertThat(fetchmail.getExitCode()).isNotZero();
  }

  private static void assertStays(PartnerContainer partner, List<String> mailbox) {
    await("no other mail comes")
        .during(QUIET)
        .atMost(BOUND)
        .untilAsserted(
            () -> assertThat(partner.mailbox()).containsExactlyInAnyOrderElementsOf(mailbox));
  }

  private static List<String> send(InetSocketAddress server, String node, String... tokens) {
    var injector = new MailSubmitter(server, BOUND, Recorder.start());
    assertThat(injector.inject("wanted", node, List.of(tokens))).containsExactly(tokens);
    return List.of(tokens);
  }

  private static List<String> tokens(Sink sink) {
    var transcript = new Transcript("partners", sink.since(Long.MIN_VALUE / 2));
    return Deliveries.of(transcript).all().stream()
        .filter(Delivery::accepted)
        .map(delivery -> delivery.token().orElse("none"))
        .toList();
  }
}
