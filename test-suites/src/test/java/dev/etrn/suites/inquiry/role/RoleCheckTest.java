package dev.etrn.suites.inquiry.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.reference.EmbeddedTarget;
import dev.etrn.suites.targets.RunningTarget;
import dev.etrn.suites.targets.profile.Nodes;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.wire.client.CannedReplyServer;
import dev.etrn.suites.wire.client.ConnectionRate;
import dev.etrn.suites.wire.sink.Sink;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class RoleCheckTest {

  private static final String OFFER = "250-x\r\n250 ETRN\r\n";
  private static final Nodes NODES =
      Nodes.NONE.withPermitted("branch.example").withDenied("denied.example");

  @Test
  void seesMailComeOnRequest() throws Exception {
    var embedded = new EmbeddedTarget();
    try (Sink sink = Sink.listen(embedded.sinkListensAt().orElseThrow());
        RunningTarget target = embedded.start(Optional.of(sink.address()))) {
      RoleFindings findings = check(target, Optional.of(sink));
      assertThat(findings.synopsis().orElseThrow())
          .matches("ETRN works for branch\\.example: mail came [0-9.]+ m?s after the request");
      assertThat(findings.misfits()).isEmpty();
    }
  }

  @Test
  void movesNoMailWithoutASink() throws Exception {
    var embedded = new EmbeddedTarget();
    try (Sink sink = Sink.listen(embedded.sinkListensAt().orElseThrow());
        RunningTarget target = embedded.start(Optional.of(sink.address()))) {
      assertThat(check(target, Optional.empty()).synopsis())
          .contains("ETRN is accepted for branch.example");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "250 x | 250 ok | ETRN is not offered",
        "offer | 459 4.7.1 no | branch.example is refused: '459 4.7.1 no'",
        "offer | 250 ok | ETRN is accepted for branch.example, but no mail came within 1 s",
        "502 no | 250 ok | none",
      })
  void saysInOneSentenceWhatPeopleWantToKnow(String ehlo, String etrn, String sentence)
      throws Exception {
    String offered = ehlo.equals("offer") ? OFFER : ehlo + "\r\n";
    try (var server = new CannedReplyServer("220 x\r\n", line -> answer(line, offered, etrn));
        Sink sink = Sink.listen(loopback())) {
      assertThat(check(target(server), Optional.of(sink)).synopsis().orElse("none"))
          .isEqualTo(sentence);
    }
  }

  @Test
  void saysThatMailIsRefused() throws Exception {
    try (var server =
            new CannedReplyServer(
                "220 x\r\n",
                line ->
                    line.startsWith("RCPT")
                        ? "550 relaying denied\r\n"
                        : answer(line, OFFER, "250 ok"));
        Sink sink = Sink.listen(loopback())) {
      RoleFindings findings = check(target(server), Optional.of(sink));
      assertThat(findings.synopsis())
          .contains(
              "ETRN is accepted for branch.example, but mail for it is refused: '550 relaying"
                  + " denied'");
      assertThat(findings.misfits()).extracting(RoleMisfit::key).contains("nodes.permitted");
    }
  }

  @Test
  void namesTheKeyOfARoleThatDoesNotFit() throws Exception {
    try (var server = new CannedReplyServer("220 x\r\n", line -> answer(line, OFFER, "250 ok"))) {
      assertThat(check(target(server), Optional.empty()).misfits())
          .containsExactly(
              new RoleMisfit("nodes.denied", "the server accepts denied.example with '250 ok'"));
    }
  }

  @Test
  void takesALaterTimeForNoRefusal() throws Exception {
    try (var server =
        new CannedReplyServer("220 x\r\n", line -> answer(line, OFFER, "458 later"))) {
      assertThat(check(target(server), Optional.empty()).misfits()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"23, 23 ms", "812, 0.8 s", "10000, 10 s", "12400, 12 s", "2000, 2 s"})
  void showsTimesAsPeopleSayThem(long millis, String text) {
    assertThat(RoleFindings.seconds(Duration.ofMillis(millis))).isEqualTo(text);
  }

  private static String answer(String line, String ehlo, String etrn) {
    return switch (line.split("[ \r\n]", 2)[0]) {
      case "EHLO" -> ehlo;
      case "ETRN" -> etrn + "\r\n";
      case "DATA" -> "354 go\r\n";
      case "MAIL", "RCPT", "RSET", ".", "QUIT" -> "250 ok\r\n";
      default -> "";
    };
  }

  private static RoleFindings check(RunningTarget target, Optional<Sink> sink)
      throws InterruptedException {
    return RoleCheck.of(target, sink, ConnectionRate.unlimited(), "test.roles-1");
  }

  private static RunningTarget target(CannedReplyServer server) {
    var profile =
        new TargetProfile(
            NODES,
            true,
            Duration.ofSeconds(1),
            Duration.ofMillis(100),
            Duration.ofSeconds(2),
            OptionalInt.empty(),
            false);
    return new Described(server.address(), profile);
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private record Described(InetSocketAddress address, TargetProfile profile)
      implements RunningTarget {
    @Override
    public void close() {
      // The test ends its server itself.
    }
  }
}
