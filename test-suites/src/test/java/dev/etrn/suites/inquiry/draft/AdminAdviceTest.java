package dev.etrn.suites.inquiry.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.config.HostPort;
import dev.etrn.suites.inquiry.InquiryPlan;
import dev.etrn.suites.inquiry.MtaKind;
import dev.etrn.suites.inquiry.NodeAnswer;
import dev.etrn.suites.inquiry.Obstacle;
import dev.etrn.suites.inquiry.ServerFacts;
import dev.etrn.suites.inquiry.ServerFacts.SecurityFacts;
import dev.etrn.suites.inquiry.role.MailFinding;
import dev.etrn.suites.inquiry.role.NodeRole;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Reply;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AdminAdviceTest {

  static Stream<Arguments> sections() {
    return Stream.of(MtaKind.values())
        .flatMap(
            kind -> Stream.of(Obstacle.values()).map(obstacle -> Arguments.of(kind, obstacle)));
  }

  @ParameterizedTest
  @MethodSource("sections")
  void knowsASettingForEachObstacleOfEachServer(MtaKind kind, Obstacle obstacle) {
    assertThat(AdminAdvice.section(kind, obstacle))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(110))
        .anyMatch(line -> line.startsWith("  "));
  }

  @ParameterizedTest
  @EnumSource(MtaKind.class)
  void fillsInTheNamesAndTheAddress(MtaKind kind) {
    assertThat(lines(Optional.of(kind), "127.0.0.1"))
        .noneMatch(line -> line.matches(".*\\{(permitted|denied|host|port).*"))
        .anyMatch(line -> line.contains("a.example"));
  }

  @Test
  void namesNoAddressThatStandsForAll() {
    assertThat(lines(Optional.of(MtaKind.POSTFIX), "0.0.0.0"))
        .contains("  a.example  etrn-only:[ADDRESS-OF-THIS-HOST]:2526");
  }

  @Test
  void asksForTheKindOfAServerThatIsNotKnown() {
    assertThat(lines(Optional.empty(), "127.0.0.1"))
        .contains(
            "--mta NAME shows the settings to change; NAME is one of: postfix, exim, sendmail");
  }

  @ParameterizedTest
  @CsvSource({
    "hub.test ESMTP Postfix (Debian/GNU), POSTFIX",
    "hub.test ESMTP Exim 4.96, EXIM",
    "'hub.test ESMTP Sendmail 8.17.1.9/8.17.1.9', SENDMAIL",
    "hub.test ready, ",
  })
  void knowsServersByTheirGreetings(String greeting, MtaKind kind) {
    assertThat(MtaKind.of(reply(220, greeting)).orElse(null)).isEqualTo(kind);
  }

  private static List<String> lines(Optional<MtaKind> kind, String host) {
    var refused = new NodeAnswer("a.example", Optional.of(reply(459, "no")), Optional.empty());
    var facts =
        new ServerFacts(
            reply(220, "x"),
            new SecurityFacts(
                false, List.of("ETRN"), Optional.empty(), List.of("ETRN"), false, Optional.empty()),
            Map.of("a.example", refused),
            Map.of(NodeRole.PERMITTED, "a.example"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new MailFinding.CameUnasked(Duration.ofMillis(1))),
            false,
            kind);
    var plan =
        new InquiryPlan(
            new HostPort("hub.test", 25),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 25),
            Map.of(),
            List.of(),
            Optional.of(new HostPort(host, 2526)),
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(1));
    return AdminAdvice.lines(plan, facts);
  }

  private static Reply reply(int code, String text) {
    return new Reply(0, code, List.of(text), Octets.of(code + " " + text + "\r\n"), List.of());
  }
}
