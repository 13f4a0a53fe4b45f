package dev.etrn.suites.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.transcript.Event.Received;
import dev.etrn.suites.transcript.Event.Sent;
import dev.etrn.suites.transcript.Event.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class DialogueTest {

  private static final End CLIENT = new End(End.Side.CLIENT, 1);

  @Test
  void takesA421BehindTheReplyForAFarewell() {
    Dialogue dialogue = dialogue("NOOP\r\n", "250 ok\r\n421 we are closing\r\n");

    assertThat(codes(dialogue, "noop")).containsExactly(250);
    assertThat(codes(dialogue, Dialogue.FAREWELL)).containsExactly(421);
    assertThat(dialogue.allReplies()).hasSize(2);
  }

  @Test
  void takesA421ForTheAnswerWhereThereIsNoOther() {
    Dialogue dialogue = dialogue("NOOP\r\nNOOP\r\n", "250 ok\r\n421 we are closing\r\n");

    assertThat(codes(dialogue, "noop")).containsExactly(250, 421);
    assertThat(dialogue.has(Dialogue.FAREWELL)).isFalse();
  }

  @Test
  void keepsOtherRepliesThatNobodyAskedFor() {
    assertThat(codes(dialogue("NOOP\r\n", "250 ok\r\n250 ok\r\n"), "noop"))
        .containsExactly(250, 250);
  }

  private static Dialogue dialogue(String sent, String received) {
    return Dialogue.of(
        new Transcript(
            "etrn.test.farewell",
            List.of(
                new Step(1, CLIENT, "noop"),
                new Sent(2, CLIENT, Octets.of(sent)),
                new Received(3, CLIENT, Octets.of(received)))),
        CLIENT);
  }

  private static List<Integer> codes(Dialogue dialogue, String step) {
    return dialogue.replies(step).stream().map(Reply::code).toList();
  }

  @Test
  void readsARequestThatIsSentAgainUnderItsOwnName() {
    Dialogue dialogue =
        Dialogue.first(
            new Transcript(
                "etrn.test",
                List.of(
                    new Step(1, CLIENT, "etrn"),
                    new Sent(2, CLIENT, Octets.of("ETRN a.test\r\n")),
                    new Received(3, CLIENT, Octets.of("458 later\r\n")),
                    new Step(4, CLIENT, Dialogue.RETRY),
                    new Sent(5, CLIENT, Octets.of("ETRN a.test\r\n")),
                    new Received(6, CLIENT, Octets.of("458 later\r\n")),
                    new Step(7, CLIENT, Dialogue.RETRY),
                    new Sent(8, CLIENT, Octets.of("ETRN a.test\r\n")),
                    new Received(9, CLIENT, Octets.of("250 started\r\n")))));
    assertThat(dialogue.replies("etrn")).extracting(Reply::code).containsExactly(250);
    assertThat(dialogue.sentAt("etrn")).hasValue(8);
    assertThat(dialogue.exchanges(Dialogue.BUSY)).hasSize(2);
    assertThat(dialogue.has(Dialogue.RETRY)).isFalse();
  }
}
