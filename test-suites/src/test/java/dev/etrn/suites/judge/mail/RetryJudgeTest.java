package dev.etrn.suites.judge.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Finding.Assessment;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.MailContent;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The test of the retry judge with two messages, {@code t1} and {@code t2}, and a network that
 * breaks on S1.
 */
class RetryJudgeTest {

  private final List<Event> events = new ArrayList<>();
  private long now;

  @Test
  void keepsWhatComesOnceAfterTheBreak() {
    request("etrn", 250);
    breakNetwork();
    request("again", 250);
    deliver(2, "t1", "t2");
    request("after", 251);
    assertThat(findings()).extracting(Finding::assessment).containsExactly(Assessment.KEPT);
    assertThat(findings().get(0).observed()).contains("after ETRN again");
  }

  @Test
  void saysThatItCameBeforeItWasAskedForAgain() {
    request("etrn", 250);
    breakNetwork();
    deliver(2, "t1", "t2");
    request("again", 251);
    request("after", 251);
    assertThat(findings()).extracting(Finding::assessment).containsExactly(Assessment.KEPT);
    assertThat(findings().get(0).observed()).contains("before they were asked for again");
  }

  @Test
  void excusesTheSecondCopyOfTheMessageWhoseReplyWasLost() {
    request("etrn", 250);
    deliver(1, "t1");
    breakNetwork();
    request("again", 250);
    deliver(2, "t1", "t2");
    request("after", 251);
    assertThat(findings()).extracting(Finding::assessment).containsExactly(Assessment.NOTED);
    assertThat(findings().get(0).observed()).contains("came twice");
  }

  @Test
  void excusesNoThirdCopy() {
    request("etrn", 250);
    deliver(1, "t1");
    breakNetwork();
    deliver(2, "t1", "t2");
    deliver(3, "t1");
    assertThat(findings()).extracting(Finding::assessment).contains(Assessment.BROKEN);
  }

  @Test
  void excusesNoCopyOfAMessageWhoseReplyArrived() {
    request("etrn", 250);
    deliver(1, "t1", "t2");
    breakNetwork();
    deliver(2, "t1", "t2");
    assertThat(findings())
        .filteredOn(finding -> finding.assessment() == Assessment.BROKEN)
        .singleElement()
        .satisfies(finding -> assertThat(finding.observed()).contains("t1"));
  }

  @Test
  void doubtsAServerThatTakesAMissingReplyForAGoodOne() {
    request("etrn", 250);
    deliver(1, "t1");
    breakNetwork();
    deliver(2, "t2");
    request("after", 251);
    assertThat(findings()).extracting(Finding::assessment).containsExactly(Assessment.DOUBTFUL);
  }

  @Test
  void keepsAMessageWhoseReplyTheServerHadBeforeTheBreak() {
    request("etrn", 250);
    deliver(1, "t1");
    receive(new End(End.Side.SINK, 1), "MAIL FROM:<a@b.test>\r\n");
    breakNetwork();
    deliver(2, "t2");
    request("after", 251);
    assertThat(findings()).extracting(Finding::assessment).containsExactly(Assessment.KEPT);
  }

  @Test
  void saysNothingOfOtherMailOnTheConnectionThatBroke() {
    request("etrn", 250);
    deliver(1, "other");
    breakNetwork();
    deliver(2, "t1", "t2");
    request("after", 251);
    assertThat(findings()).extracting(Finding::assessment).containsExactly(Assessment.KEPT);
  }

  @Test
  void notesAMessageThatMayStillComeAgain() {
    request("etrn", 250);
    deliver(1, "t1");
    breakNetwork();
    deliver(2, "t2");
    request("after", 250);
    assertThat(findings()).extracting(Finding::assessment).containsExactly(Assessment.NOTED);
  }

  @Test
  void accusesOfALossOnlyOnTheServersOwnWord() {
    request("etrn", 250);
    breakNetwork();
    deliver(2, "t2");
    request("after", 250);
    assertThat(findings()).extracting(Finding::assessment).containsExactly(Assessment.NOTED);
    assertThat(findings().get(0).observed()).contains("1 of 2 messages did not come");
  }

  @Test
  void callsAMessageLostWhenNothingWaitsForIt() {
    request("etrn", 250);
    breakNetwork();
    deliver(2, "t2");
    request("after", 251);
    assertThat(findings()).extracting(Finding::assessment).containsExactly(Assessment.BROKEN);
    assertThat(findings().get(0).observed()).contains("lost: 1 of 2 messages", "251");
  }

  @Test
  void saysNothingWhereNothingBroke() {
    request("etrn", 250);
    deliver(1, "t1", "t2");
    assertThat(findings()).extracting(Finding::assessment).containsExactly(Assessment.INCONCLUSIVE);
  }

  @Test
  void saysThatTheRequestWasRefused() {
    request("etrn", 459);
    assertThat(findings()).extracting(Finding::assessment).containsExactly(Assessment.INCONCLUSIVE);
    assertThat(findings().get(0).observed()).contains("refused", "459");
  }

  private List<Finding> findings() {
    var recorded = new ArrayList<Event>();
    for (String token : List.of("t1", "t2")) {
      recorded.add(new Event.Injected(0, "wanted", token, "inbox@a.test", content(token)));
    }
    recorded.addAll(events);
    return RetryJudge.of("wanted").judge(new Transcript("test", recorded));
  }

  private void breakNetwork() {
    events.add(Facts.LINK_BROKEN.at(++now, End.parse("S1")));
  }

  private void request(String step, int code) {
    var end = new End(End.Side.CLIENT, Math.toIntExact(++now));
    events.add(new Event.Step(now, end, step));
    events.add(new Event.Sent(++now, end, Octets.of("ETRN a.test\r\n")));
    events.add(new Event.Received(++now, end, Octets.of(code + " so\r\n")));
  }

  private void deliver(int connection, String... tokens) {
    var end = new End(End.Side.SINK, connection);
    events.add(new Event.Opened(++now, end, "sink:25", "hub:9"));
    send(end, "220 sink");
    receive(end, "EHLO hub.example\r\n");
    send(end, "250 hello");
    for (String token : tokens) {
      receive(end, "MAIL FROM:<a@b.test>\r\n");
      send(end, "250 a");
      receive(end, "RCPT TO:<inbox@a.test>\r\n");
      send(end, "250 b");
      receive(end, "DATA\r\n");
      send(end, "354 c");
      receive(end, content(token).text() + ".\r\n");
      send(end, "250 d");
    }
  }

  private void send(End end, String reply) {
    events.add(new Event.Sent(++now, end, Octets.of(reply + "\r\n")));
  }

  private void receive(End end, String octets) {
    events.add(new Event.Received(++now, end, Octets.of(octets)));
  }

  private static Octets content(String token) {
    return Octets.of(MailContent.TOKEN_FIELD + ": " + token + "\r\n\r\nText.\r\n");
  }
}
