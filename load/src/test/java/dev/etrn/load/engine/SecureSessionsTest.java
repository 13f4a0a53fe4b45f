package dev.etrn.load.engine;

import static dev.etrn.load.dsl.SmtpDsl.smtp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.load.engine.GatlingRun.RunFailedException;
import dev.etrn.load.protocol.TranscriptSampler.Recording;
import dev.etrn.suites.reference.EmbeddedTarget;
import dev.etrn.suites.targets.RunningTarget;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.targets.profile.Login;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of TLS, AUTH and recorded sessions with the reference server. */
@Tag("slow")
class SecureSessionsTest {

  private static final InetSocketAddress NOBODY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);

  @TempDir private Path results = Path.of("");

  @Test
  void asksInsideTlsAsTheUserThatItIs() throws TargetUnavailableException, RunFailedException {
    try (RunningTarget server = new EmbeddedTarget().start(Optional.of(NOBODY))) {
      Login login = server.profile().login().orElseThrow();
      OneUser user =
          OneUser.at(
              server.address(),
              results,
              smtp("EHLO").ehlo().check("STARTTLS"),
              smtp("STARTTLS").starttls(),
              smtp("EHLO").ehlo().check("AUTH"),
              smtp("AUTH").authPlain(login.user(), login.password().reveal()),
              smtp("ETRN").etrnQueue("tcp_branch"),
              smtp("QUIT").quit());
      assertThat(user.told())
          .containsExactly(
              "CONNECT 0",
              "BANNER 220",
              "EHLO 250",
              "STARTTLS 220",
              "TLS 0",
              "EHLO 250",
              "AUTH 235",
              "ETRN 251",
              "QUIT 221");
      assertThat(user.isFailed()).isFalse();
    }
  }

  @Test
  void usesNothingThatCameInTheClearBeforeTls() throws IOException, RunFailedException {
    try (var peer =
        new ScriptedPeer(
            talk -> {
              talk.say("220 hub\r\n").hear();
              talk.say("220 go\r\n250 injected\r\n").isClosedByPeer();
            })) {
      OneUser user =
          OneUser.at(peer.address(), results, smtp("TLS").starttls(), smtp("EHLO").ehlo());
      assertThat(user.told()).endsWith("STARTTLS 220", "TLS MALFORMED");
    }
  }

  @Test
  void tellsOfAHandshakeThatFails() throws IOException, RunFailedException {
    try (var peer =
        new ScriptedPeer(
            talk -> {
              talk.say("220 hub\r\n").hear();
              talk.say("220 go\r\n").socket.getInputStream().read();
              talk.say("not TLS at all\r\n").isClosedByPeer();
            })) {
      OneUser user = OneUser.at(peer.address(), results, smtp("TLS").starttls());
      assertThat(user.told()).endsWith("STARTTLS 220", "TLS TLS");
      assertThat(user.isFailed()).isTrue();
    }
  }

  @Test
  void recordsTheSessionsOfTheSample() throws TargetUnavailableException, RunFailedException {
    List<Event> events = new CopyOnWriteArrayList<>();
    try (RunningTarget server = new EmbeddedTarget().start(Optional.of(NOBODY))) {
      var end = new End(End.Side.CLIENT, 1);
      OneUser.of(
          smtp(server.address())
              .sampler((scenario, user) -> Optional.of(new Recording(end, events::add))),
          results,
          smtp("EHLO").ehlo(),
          smtp("ETRN").etrn("#{node}"),
          smtp("QUIT").quit());
    }
    Dialogue dialogue = Dialogue.all(new Transcript("etrn.load.sample", events)).get(0);
    assertThat(dialogue.exchanges("etrn"))
        .singleElement()
        .satisfies(
            exchange -> {
              assertThat(exchange.sent().text()).isEqualTo("ETRN branch.example\r\n");
              assertThat(exchange.replies()).singleElement().matches(reply -> reply.code() == 251);
            });
    assertThat(dialogue.exchanges("quit")).hasSize(1);
  }

  @Test
  void recordsNothingOfOthers() throws IOException, RunFailedException {
    List<String> sampledUsers = new CopyOnWriteArrayList<>();
    try (var peer = new ScriptedPeer(talk -> talk.say("220 hub\r\n").isClosedByPeer())) {
      OneUser user =
          OneUser.of(
              smtp(peer.address())
                  .sampler(
                      (scenario, number) -> {
                        sampledUsers.add(scenario + " " + number);
                        return Optional.empty();
                      }),
              results);
      assertThat(user.told()).endsWith("BANNER 220");
    }
    assertThat(sampledUsers).containsExactly("one user 1");
  }

  @Test
  void countsFromWhenTheUserWasMeantToStart() throws IOException, RunFailedException {
    try (var peer = new ScriptedPeer(talk -> talk.say("220 hub\r\n").isClosedByPeer())) {
      OneUser user =
          OneUser.of(
              smtp(peer.address())
                  .intendedStart((scenario, number, startedNanos) -> startedNanos - 7_000_000),
              results);
      assertThat(user.steps())
          .allSatisfy(
              step ->
                  assertThat(step.startNanos() - step.intendedStartNanos())
                      .isGreaterThanOrEqualTo(7_000_000));
    }
  }
}
