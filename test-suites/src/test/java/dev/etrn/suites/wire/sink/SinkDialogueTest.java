package dev.etrn.suites.wire.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.RunToken;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SinkDialogueTest {

  private static final RunToken RUN = new RunToken("aaaabbbb");
  private static final RunToken EARLIER = new RunToken("ccccdddd");
  private static final MailOwnership OWNER =
      new MailOwnership(Optional.of(RUN), "sender@client.example");

  private final SinkDialogue dialogue =
      new SinkDialogue(() -> SinkPlans.ofAll(new SinkPlan.AcceptAll()), OWNER, true);

  @Test
  void takesTheMailOfItsRun() {
    assertThat(said(envelope("sender@client.example", RUN.recipient("a.test"))))
        .contains("250 2.1.5", "354");
    List<SinkStep> steps = read("Subject: x\r\n\r\nText.\r\n.\r\n");
    assertThat(steps).anyMatch(SinkStep.Took.class::isInstance);
  }

  @Test
  void takesWhatScriptsHandOverByHand() {
    assertThat(said(envelope("sender@client.example", "inbox@a.test"))).contains("354");
  }

  @Test
  void refusesOtherPeoplesMailAndForgetsTheirAddresses() {
    List<SinkStep> steps = read(envelope("ann@b.test", "bob@a.test"));
    assertThat(said(steps)).contains("450 4.7.1", "554 5.5.1");
    assertThat(steps).contains(new SinkStep.OthersMail("a.test"));
    assertThat(steps).contains(new SinkStep.Forget(0, 22), new SinkStep.Forget(24, 44));
  }

  @Test
  void setsMailOfEarlierRunsAside() {
    assertThat(said(envelope("sender@client.example", EARLIER.recipient("a.test"))))
        .contains("354");
    List<SinkStep> steps = read("Subject: x\r\n\r\nText.\r\n.\r\n");
    assertThat(said(steps)).contains("250");
    assertThat(steps).contains(new SinkStep.LeftOver()).noneMatch(SinkStep.Took.class::isInstance);
  }

  @Test
  void takesItsOwnMailForAnotherRecipientByItsToken() {
    read(envelope("sender@client.example", "postmaster@a.test"));
    List<SinkStep> steps =
        read("X-ETRN-Token: 1.etrn.a.b-1." + RUN.text() + "\r\n\r\nText.\r\n.\r\n");
    assertThat(steps).anyMatch(SinkStep.Took.class::isInstance);
  }

  @Test
  void forgetsContentThatTurnsOutToBeOtherPeoples() {
    String envelope = envelope("sender@client.example", "postmaster@a.test");
    read(envelope);
    List<SinkStep> steps = read("Subject: private\r\n\r\nText.\r\n.\r\n");
    assertThat(said(steps)).contains("450 4.7.1");
    int start = envelope.length();
    assertThat(steps)
        .contains(new SinkStep.OthersMail("a.test"), new SinkStep.Forget(start, start + 27));
  }

  @Test
  void refusesOneRecipientByPlan() {
    var refusing =
        new SinkDialogue(
            () -> SinkPlans.ofAll(new SinkPlan.RefuseRecipient("later", 451)), OWNER, false);
    String lines =
        "MAIL FROM:<a@b.test>\r\nRCPT TO:<"
            + RUN.recipient("a.test", "later")
            + ">\r\nRCPT TO:<"
            + RUN.recipient("a.test")
            + ">\r\n";
    assertThat(said(refusing.read(Octets.of(lines)))).contains("451 4.2.0", "250 2.1.5");
  }

  @Test
  void beginsTlsAndForgetsWhatCameInTheClear() {
    assertThat(said(read("EHLO a.test\r\n"))).contains("250-STARTTLS");
    List<SinkStep> steps = read("STARTTLS\r\nNOOP\r\n");
    assertThat(said(steps)).isEqualTo("220 2.0.0 go ahead\r\n");
    assertThat(steps).endsWith(new SinkStep.Encrypt());
    assertThat(said(read("EHLO a.test\r\n"))).doesNotContain("STARTTLS");
  }

  @Test
  void endsAMessageWithoutAnEnd() {
    read(envelope("sender@client.example", RUN.recipient("a.test")));
    List<SinkStep> steps = read("x".repeat(SinkDialogue.LONGEST_MESSAGE + 1));
    assertThat(said(steps)).startsWith("552 5.3.4");
    assertThat(steps).anyMatch(SinkStep.Exceeded.class::isInstance);
    assertThat(dialogue.isOver()).isTrue();
  }

  @Test
  void endsALineWithoutAnEnd() {
    assertThat(said(read("x".repeat(SinkDialogue.LONGEST_LINE + 1)))).startsWith("500");
    assertThat(dialogue.isOver()).isTrue();
  }

  private static String envelope(String sender, String recipient) {
    return "MAIL FROM:<" + sender + ">\r\nRCPT TO:<" + recipient + ">\r\nDATA\r\n";
  }

  private List<SinkStep> read(String octets) {
    return dialogue.read(Octets.of(octets));
  }

  private String said(String octets) {
    return said(read(octets));
  }

  private static String said(List<SinkStep> steps) {
    return steps.stream()
        .filter(SinkStep.Say.class::isInstance)
        .map(step -> ((SinkStep.Say) step).octets())
        .collect(Collectors.joining());
  }
}
