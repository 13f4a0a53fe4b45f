package dev.etrn.load.engine;

import static dev.etrn.load.dsl.SmtpDsl.pipelined;
import static dev.etrn.load.dsl.SmtpDsl.smtp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.etrn.load.engine.GatlingRun.RunFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of sessions with scripted servers, well-behaved or not. */
@Tag("slow")
class SessionsTest {

  @TempDir private Path results = Path.of("");

  @Test
  void readsRepliesOfManyLinesInManyPieces() throws IOException, RunFailedException {
    try (var peer =
        new ScriptedPeer(
            talk -> {
              talk.say("220-one\r\n22").say("0 two\r").say("\n").hear();
              talk.say("250-hub.example\r\n250-").say("PIPELINING\r\n250 ETRN\r\n").hear();
            })) {
      OneUser user = OneUser.at(peer.address(), results, smtp("EHLO").ehlo().check("(?m)^ETRN$"));
      assertThat(user.told()).containsExactly("CONNECT 0", "BANNER 220", "EHLO 250");
      assertThat(user.isFailed()).isFalse();
      assertThat(peer.lines).containsExactly("EHLO load.example");
    }
  }

  @Test
  void matchesTheRepliesOfAGroupToItsCommands() throws IOException, RunFailedException {
    try (var peer =
        new ScriptedPeer(
            talk -> {
              talk.say("220 hub\r\n").hear();
              talk.hear();
              talk.hear();
              talk.say("250 reset\r\n458 not now\r\n250 noop\r\n").hear();
            })) {
      OneUser user =
          OneUser.at(
              peer.address(),
              results,
              pipelined(
                  smtp("RSET").rset(),
                  smtp("ETRN").etrnSubdomains("#{node}").expecting(458),
                  smtp("NOOP").noop()));
      assertThat(user.told()).endsWith("RSET 250", "ETRN 458", "NOOP 250");
      assertThat(user.isFailed()).isFalse();
      assertThat(peer.lines).containsExactly("RSET", "ETRN @branch.example", "NOOP");
      assertThat(user.steps().get(3).node()).isEqualTo("@branch.example");
    }
  }

  @Test
  void sendsAMessageInOneGroupAndItsContentAfter354() throws IOException, RunFailedException {
    try (var peer =
        new ScriptedPeer(
            talk -> {
              talk.say("220 hub\r\n").hear();
              talk.hear();
              talk.hear();
              talk.say("250 from\r\n250 to\r\n354 go\r\n");
              String line = talk.hear();
              while (line != null && !line.equals(".")) {
                line = talk.hear();
              }
              talk.say("250 taken\r\n").hear();
            })) {
      OneUser user =
          OneUser.at(
              peer.address(),
              results,
              pipelined(
                  smtp("MAIL").mail("a@load.example"),
                  smtp("RCPT").rcpt("inbox@#{node}"),
                  smtp("DATA").data("X-ETRN-Token: t-#{node}\n\n.dot\n")));
      assertThat(user.told()).endsWith("MAIL 250", "RCPT 250", "DATA 354", "CONTENT 250");
      assertThat(user.outcome().requests()).isEqualTo(4);
      assertThat(peer.lines)
          .endsWith(
              "RCPT TO:<inbox@branch.example>",
              "DATA",
              "X-ETRN-Token: t-branch.example",
              "",
              "..dot",
              ".");
    }
  }

  @Test
  void sendsNoContentWithout354() throws IOException, RunFailedException {
    try (var peer =
        new ScriptedPeer(
            talk -> {
              talk.say("220 hub\r\n").hear();
              talk.say("554 no\r\n").hear();
            })) {
      OneUser user = OneUser.at(peer.address(), results, smtp("DATA").data("x"));
      assertThat(user.told()).endsWith("DATA 554");
      assertThat(user.isFailed()).isTrue();
      assertThat(peer.lines).containsExactly("DATA");
    }
  }

  @Test
  void takes421ForTheReplyThatItIsAndSeesTheClose() throws IOException, RunFailedException {
    try (var peer =
        new ScriptedPeer(
            talk -> {
              talk.say("220 hub\r\n").hear();
              talk.say("421 bye\r\n");
            })) {
      OneUser user =
          OneUser.at(peer.address(), results, smtp("ETRN").etrn("a"), smtp("NOOP").noop());
      assertThat(user.told().get(2)).isEqualTo("ETRN 421");
      assertThat(user.told().get(3)).isIn("NOOP CLOSED", "NOOP RESET");
      assertThat(user.isFailed()).isTrue();
    }
  }

  @Test
  void tellsOfAServerThatClosesInsteadOfAReply() throws IOException, RunFailedException {
    try (var peer = new ScriptedPeer(talk -> talk.say("220 hub\r\n").hear())) {
      OneUser user = OneUser.at(peer.address(), results, smtp("ETRN").etrn("a"));
      assertThat(user.told()).endsWith("ETRN CLOSED");
    }
  }

  @Test
  void tellsOfAServerThatResets() throws IOException, RunFailedException {
    try (var peer =
        new ScriptedPeer(
            talk -> {
              talk.say("220 hub\r\n").hear();
              talk.reset();
            })) {
      OneUser user = OneUser.at(peer.address(), results, smtp("ETRN").etrn("a"));
      assertThat(user.told()).endsWith("ETRN RESET");
    }
  }

  @Test
  void waitsForAReplyNoLongerThanTold() throws IOException, RunFailedException {
    try (var peer = new ScriptedPeer(talk -> talk.say("220 hub\r\n").isClosedByPeer())) {
      var impatient = smtp(peer.address()).replyTimeout(Duration.ofMillis(100));
      OneUser user = OneUser.of(impatient, results, smtp("ETRN").etrn("a"));
      assertThat(user.told()).endsWith("ETRN TIMEOUT");
      assertThat(user.steps().get(2).serviceNanos()).isGreaterThanOrEqualTo(100_000_000);
    }
  }

  @Test
  void recordsACrashForACommandWithoutAConnection() throws IOException, RunFailedException {
    try (var peer = new ScriptedPeer(talk -> talk.say("554 go away\r\n"))) {
      OneUser user =
          OneUser.at(peer.address(), results, smtp("drop").drop(), smtp("ETRN").etrn("a"));
      assertThat(user.told()).doesNotContain("ETRN 250").hasSize(3);
      assertThat(user.isFailed()).isTrue();
    }
  }

  @Test
  void failsASessionWhoseExpressionHasNoValue() throws IOException, RunFailedException {
    try (var peer = new ScriptedPeer(talk -> talk.say("220 hub\r\n").isClosedByPeer())) {
      OneUser user = OneUser.at(peer.address(), results, smtp("ETRN").etrn("#{missing}"));
      assertThat(user.told()).containsExactly("CONNECT 0", "BANNER 220");
      assertThat(user.isFailed()).isTrue();
      assertThat(peer.lines).isEmpty();
    }
  }

  @Test
  void closesTheConnectionWhenTheUserEnds() throws IOException, RunFailedException {
    try (var peer =
        new ScriptedPeer(
            talk -> {
              boolean isClosed = talk.say("220 hub\r\n").isClosedByPeer();
              talk.note("closed " + isClosed);
            })) {
      OneUser user = OneUser.at(peer.address(), results);
      assertThat(user.isFailed()).isFalse();
      await("the peer to see the end").until(() -> !peer.notes.isEmpty());
      assertThat(peer.notes).containsExactly("closed true");
    }
  }

  @Test
  void hitsAndRuns() throws IOException, RunFailedException {
    try (var peer =
        new ScriptedPeer(
            talk -> {
              boolean isClosed = talk.say("220 hub\r\n").isClosedByPeer();
              talk.note("closed " + isClosed);
            })) {
      OneUser user = OneUser.at(peer.address(), results, smtp("ETRN").etrn("#{node}").thenDrop());
      assertThat(user.told()).endsWith("DROP 0");
      assertThat(user.steps().get(2).node()).isEqualTo("branch.example");
      await("the peer to see the reset").until(() -> !peer.notes.isEmpty());
      assertThat(peer.notes).containsExactly("closed false");
    }
  }

  @Test
  void connectsFromTheSourcesInTurn() throws IOException, RunFailedException {
    try (var peer =
        new ScriptedPeer(
            talk -> {
              talk.note(talk.socket.getInetAddress().getHostAddress());
              talk.say("220 hub\r\n").isClosedByPeer();
            })) {
      OneUser.of(
          smtp(peer.address()).from("127.0.0.2", "127.0.0.3"),
          results,
          smtp("again").connect(),
          smtp("again").connect());
      await("three visits").until(() -> peer.notes.size() == 3);
      assertThat(peer.notes).containsExactly("127.0.0.2", "127.0.0.3", "127.0.0.2");
    }
  }

  @Test
  void failsASessionWhoseReplyDoesNotPassACheck() throws IOException, RunFailedException {
    try (var peer =
        new ScriptedPeer(
            talk -> {
              talk.say("220 hub\r\n").hear();
              talk.say("250 hub.example\r\n").hear();
            })) {
      OneUser user =
          OneUser.at(peer.address(), results, smtp("EHLO").ehlo().silent().check("ETRN"));
      assertThat(user.told()).endsWith("EHLO 250");
      assertThat(user.steps().get(2).isExpected()).isFalse();
      assertThat(user.isFailed()).isTrue();
      // The request is silent, but its failure is logged.
      assertThat(user.outcome().requests()).isEqualTo(2);
    }
  }

  @Test
  void sendsAnyLine() throws IOException, RunFailedException {
    try (var peer =
        new ScriptedPeer(
            talk -> {
              talk.say("220 hub\r\n").hear();
              talk.say("500 what?\r\n").hear();
            })) {
      OneUser user =
          OneUser.at(peer.address(), results, smtp("odd").line("eTrN  x ").expecting(500));
      assertThat(user.told()).endsWith("LINE 500");
      assertThat(user.isFailed()).isFalse();
      assertThat(peer.lines.get(0).toLowerCase(Locale.ROOT)).isEqualTo("etrn  x ");
    }
  }
}
