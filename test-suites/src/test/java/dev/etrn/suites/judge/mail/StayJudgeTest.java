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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The test of the stay judge with one message, which an ETRN for another node must not move. */
class StayJudgeTest {

  private static final End CLIENT = new End(End.Side.CLIENT, 1);
  private static final End SINK = new End(End.Side.SINK, 1);
  private static final Octets CONTENT =
      Octets.of(MailContent.TOKEN_FIELD + ": t1\r\n\r\nText.\r\n");

  private final List<Event> events = new ArrayList<>();
  private long now;

  @Test
  void keepsWhatStays() {
    request();
    assertThat(findings(Assessment.BROKEN)).containsExactly(Assessment.KEPT);
  }

  @Test
  void accusesWhenItCame() {
    request();
    deliver();
    assertThat(findings(Assessment.BROKEN)).containsExactly(Assessment.BROKEN);
  }

  @Test
  void accusesNobodyWhenItWasWatchedBriefly() {
    watchBriefly();
    request();
    deliver();
    assertThat(findings(Assessment.BROKEN)).containsExactly(Assessment.INCONCLUSIVE);
    assertThat(findings(Assessment.DOUBTFUL)).containsExactly(Assessment.INCONCLUSIVE);
  }

  @Test
  void tellsOfAFreedomAllTheSame() {
    watchBriefly();
    request();
    deliver();
    assertThat(findings(Assessment.NOTED)).containsExactly(Assessment.NOTED);
  }

  @Test
  void keepsWhatStaysThoughItWasWatchedBriefly() {
    watchBriefly();
    request();
    assertThat(findings(Assessment.BROKEN)).containsExactly(Assessment.KEPT);
  }

  private List<Assessment> findings(Assessment moved) {
    var recorded = new ArrayList<Event>();
    recorded.add(new Event.Injected(0, "other", "t1", "inbox@a.test", CONTENT));
    recorded.addAll(events);
    return new StayJudge("other", moved, "DECL-005", "more came than was asked for")
        .judge(new Transcript("test", recorded)).stream().map(Finding::assessment).toList();
  }

  private void watchBriefly() {
    events.add(Facts.HOLD_BRIEF.at(++now, Duration.ofMillis(250)));
  }

  private void request() {
    events.add(new Event.Step(++now, CLIENT, "etrn"));
    events.add(new Event.Sent(++now, CLIENT, Octets.of("ETRN b.test\r\n")));
    events.add(new Event.Received(++now, CLIENT, Octets.of("250 so\r\n")));
  }

  private void deliver() {
    events.add(new Event.Opened(++now, SINK, "sink:25", "hub:9"));
    for (String line : List.of("220 sink", "250 a", "250 b", "250 c", "354 d", "250 e")) {
      events.add(new Event.Sent(++now, SINK, Octets.of(line + "\r\n")));
    }
    String commands = "EHLO hub\r\nMAIL FROM:<a@b.test>\r\nRCPT TO:<inbox@a.test>\r\nDATA\r\n";
    events.add(new Event.Received(++now, SINK, Octets.of(commands + CONTENT.text() + ".\r\n")));
  }
}
