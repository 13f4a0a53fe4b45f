package dev.etrn.suites.judge.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Finding.Assessment;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.MailContent;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Two messages, {@code t1} and {@code t2}, and a network that broke on S1 unless a test says so.
 */
class RetryJudgeTest {

  private final List<Event> events = new ArrayList<>();
  private long now;

  @Test
  void keepsWhatComesOnceAfterTheBreak() {
    asked("etrn", 250);
    broke();
    asked("again", 250);
    delivered(2, "t1", "t2");
    asked("after", 251);
    assertThat(findings()).extracting(Finding::assessment).containsExactly(Assessment.KEPT);
    assertThat(findings().get(0).observed()).contains("after ETRN again");
  }

  @Test
  void saysThatItCameBeforeItWasAskedForAgain() {
    asked("etrn", 250);
    broke();
    delivered(2, "t1", "t2");
    asked("again", 251);
    asked("after", 251);
    assertThat(findings()).extracting(Finding::assessment).containsExactly(Assessment.KEPT);
    assertThat(findings().get(0).observed()).contains("before they were asked for again");
  }

  @Test
  void excusesTheSecondCopyOfTheMessageWhoseReplyWasLost() {
    asked("etrn", 250);
    delivered(1, "t1");
    broke();
    asked("again", 250);
    delivered(2, "t1", "t2");
    asked("after", 251);
    assertThat(findings()).extracting(Finding::assessment).containsExactly(Assessment.NOTED);
    assertThat(findings().get(0).observed()).contains("came twice");
  }

  @Test
  void excusesNoThirdCopy() {
    asked("etrn", 250);
    delivered(1, "t1");
    broke();
    delivered(2, "t1", "t2");
    delivered(3, "t1");
    assertThat(findings()).extracting(Finding::assessment).contains(Assessment.BROKEN);
  }

  @Test
  void excusesNoCopyOfAMessageWhoseReplyArrived() {
    asked("etrn", 250);
    delivered(1, "t1", "t2");
    broke();
    delivered(2, "t1", "t2");
    assertThat(findings())
        .filteredOn(finding -> finding.assessment() == Assessment.BROKEN)
        .singleElement()
        .satisfies(finding -> assertThat(finding.observed()).contains("t1"));
  }

  @Test
  void doubtsAServerThatTakesAMissingReplyForAGoodOne() {
    asked("etrn", 250);
    delivered(1, "t1");
    broke();
    delivered(2, "t2");
    asked("after", 251);
    assertThat(findings()).extracting(Finding::assessment).containsExactly(Assessment.DOUBTFUL);
  }

  @Test
  void keepsAMessageWhoseReplyTheServerHadBeforeTheBreak() {
    asked("etrn", 250);
    delivered(1, "t1");
    hear(new End(End.Side.SINK, 1), "MAIL FROM:<a@b.test>\r\n");
    broke();
    delivered(2, "t2");
    asked("after", 251);
    assertThat(findings()).extracting(Finding::assessment).containsExactly(Assessment.KEPT);
  }

  @Test
  void saysNothingOfOtherMailOnTheConnectionThatBroke() {
    asked("etrn", 250);
    delivered(1, "other");
    broke();
    delivered(2, "t1", "t2");
    asked("after", 251);
    assertThat(findings()).extracting(Finding::assessment).containsExactly(Assessment.KEPT);
  }

  @Test
  void notesAMessageThatMayStillComeAgain() {
    asked("etrn", 250);
    delivered(1, "t1");
    broke();
    delivered(2, "t2");
    asked("after", 250);
    assertThat(findings()).extracting(Finding::assessment).containsExactly(Assessment.NOTED);
  }

  @Test
  void accusesOfALossOnlyOnTheServersOwnWord() {
    asked("etrn", 250);
    broke();
    delivered(2, "t2");
    asked("after", 250);
    assertThat(findings()).extracting(Finding::assessment).containsExactly(Assessment.NOTED);
    assertThat(findings().get(0).observed()).contains("1 of 2 messages did not come");
  }

  @Test
  void callsAMessageLostWhenNothingWaitsForIt() {
    asked("etrn", 250);
    broke();
    delivered(2, "t2");
    asked("after", 251);
    assertThat(findings()).extracting(Finding::assessment).containsExactly(Assessment.BROKEN);
    assertThat(findings().get(0).observed()).contains("lost: 1 of 2 messages", "251");
  }

  @Test
  void saysNothingWhereNothingBroke() {
    asked("etrn", 250);
    delivered(1, "t1", "t2");
    assertThat(findings()).extracting(Finding::assessment).containsExactly(Assessment.INCONCLUSIVE);
  }

  @Test
  void saysThatTheRequestWasRefused() {
    asked("etrn", 459);
    assertThat(findings()).extracting(Finding::assessment).containsExactly(Assessment.INCONCLUSIVE);
    assertThat(findings().get(0).observed()).contains("refused", "459");
  }

  private List<Finding> findings() {
    var all = new ArrayList<Event>();
    for (String token : List.of("t1", "t2")) {
      all.add(new Event.Injected(0, "wanted", token, "inbox@a.test", content(token)));
    }
    all.addAll(events);
    return RetryJudge.of("wanted").judge(new Transcript("test", all));
  }

  private void broke() {
    events.add(new Event.Fact(++now, RetryJudge.BROKEN, "S1"));
  }

  private void asked(String step, int code) {
    var end = new End(End.Side.CLIENT, Math.toIntExact(++now));
    events.add(new Event.Step(now, end, step));
    events.add(new Event.Sent(++now, end, Octets.of("ETRN a.test\r\n")));
    events.add(new Event.Received(++now, end, Octets.of(code + " so\r\n")));
  }

  private void delivered(int connection, String... tokens) {
    var end = new End(End.Side.SINK, connection);
    events.add(new Event.Opened(++now, end, "sink:25", "hub:9"));
    say(end, "220 sink");
    hear(end, "EHLO hub.example\r\n");
    say(end, "250 hello");
    for (String token : tokens) {
      hear(end, "MAIL FROM:<a@b.test>\r\n");
      say(end, "250 a");
      hear(end, "RCPT TO:<inbox@a.test>\r\n");
      say(end, "250 b");
      hear(end, "DATA\r\n");
      say(end, "354 c");
      hear(end, content(token).text() + ".\r\n");
      say(end, "250 d");
    }
  }

  private void say(End end, String reply) {
    events.add(new Event.Sent(++now, end, Octets.of(reply + "\r\n")));
  }

  private void hear(End end, String octets) {
    events.add(new Event.Received(++now, end, Octets.of(octets)));
  }

  private static Octets content(String token) {
    return Octets.of(MailContent.TOKEN_FIELD + ": " + token + "\r\n\r\nText.\r\n");
  }
}
