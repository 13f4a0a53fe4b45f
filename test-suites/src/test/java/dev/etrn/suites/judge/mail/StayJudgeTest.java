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

/** One message that another ETRN must leave where it is. */
class StayJudgeTest {

  private static final End CLIENT = new End(End.Side.CLIENT, 1);
  private static final End SINK = new End(End.Side.SINK, 1);
  private static final Octets CONTENT =
      Octets.of(MailContent.TOKEN_FIELD + ": t1\r\n\r\nText.\r\n");

  private final List<Event> events = new ArrayList<>();
  private long now;

  @Test
  void keepsWhatStays() {
    asked();
    assertThat(findings(Assessment.BROKEN)).containsExactly(Assessment.KEPT);
  }

  @Test
  void accusesWhenItCame() {
    asked();
    came();
    assertThat(findings(Assessment.BROKEN)).containsExactly(Assessment.BROKEN);
  }

  @Test
  void accusesNobodyWhenItWasWatchedBriefly() {
    briefly();
    asked();
    came();
    assertThat(findings(Assessment.BROKEN)).containsExactly(Assessment.INCONCLUSIVE);
    assertThat(findings(Assessment.DOUBTFUL)).containsExactly(Assessment.INCONCLUSIVE);
  }

  @Test
  void tellsOfAFreedomAllTheSame() {
    briefly();
    asked();
    came();
    assertThat(findings(Assessment.NOTED)).containsExactly(Assessment.NOTED);
  }

  @Test
  void keepsWhatStaysThoughItWasWatchedBriefly() {
    briefly();
    asked();
    assertThat(findings(Assessment.BROKEN)).containsExactly(Assessment.KEPT);
  }

  private List<Assessment> findings(Assessment moved) {
    var all = new ArrayList<Event>();
    all.add(new Event.Injected(0, "other", "t1", "inbox@a.test", CONTENT));
    all.addAll(events);
    return new StayJudge("other", moved, "DECL-005", "more came than was asked for")
        .judge(new Transcript("test", all)).stream().map(Finding::assessment).toList();
  }

  private void briefly() {
    events.add(new Event.Fact(++now, StayJudge.BRIEF, "250 ms"));
  }

  private void asked() {
    events.add(new Event.Step(++now, CLIENT, "etrn"));
    events.add(new Event.Sent(++now, CLIENT, Octets.of("ETRN b.test\r\n")));
    events.add(new Event.Received(++now, CLIENT, Octets.of("250 so\r\n")));
  }

  private void came() {
    events.add(new Event.Opened(++now, SINK, "sink:25", "hub:9"));
    for (String line : List.of("220 sink", "250 a", "250 b", "250 c", "354 d", "250 e")) {
      events.add(new Event.Sent(++now, SINK, Octets.of(line + "\r\n")));
    }
    String all = "EHLO hub\r\nMAIL FROM:<a@b.test>\r\nRCPT TO:<inbox@a.test>\r\nDATA\r\n";
    events.add(new Event.Received(++now, SINK, Octets.of(all + CONTENT.text() + ".\r\n")));
  }
}
