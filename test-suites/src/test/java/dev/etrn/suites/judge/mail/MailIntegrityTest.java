package dev.etrn.suites.judge.mail;

import static dev.etrn.suites.judge.mail.MailTranscriptBuilder.RECIPIENT;
import static dev.etrn.suites.judge.mail.MailTranscriptBuilder.SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Finding.Assessment;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.RunToken;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailIntegrityTest {

  private static final String SENT =
      MailTranscriptBuilder.content("t1", "First.", ".", "..Dots.", "\u00e4", "Last.");

  @Test
  void findsNothingInMailThatCameAsItWasSent() {
    var letters = changed(text -> "Received: from a by b; now\r\n" + text);
    assertThat(MailIntegrity.unchanged(letters.transcript())).isEmpty();
    assertThat(MailIntegrity.once(letters.transcript())).isEmpty();
    assertThat(MailIntegrity.rightRecipient(letters.transcript())).isEmpty();
    assertThat(MailIntegrity.delivered(letters.transcript())).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "First.|Second.|SMTP-037|line 1 of its body was 'First.'",
        "Last.|Last.\\r\\nMore.|SMTP-037|more behind its end",
        "..Dots.|.Dots.|SMTP-040|line 3 of its body",
        "\\r\\n.\\r\\n|\\r\\n..\\r\\n|SMTP-040|line 2 of its body",
        "\u00e4|d|SMTP-041|line 4 of its body",
        "Subject: ETRN|Subject: [x] ETRN|SMTP-037|its field subject was",
        "Message-ID: <t1@|Message-ID: <t2@|SMTP-037|its field message-id was",
        "From: sender|From: other|SMTP-037|its field from was",
        "1 Dec|2 Dec|SMTP-037|its field date was",
      })
  void namesWhatWasBroken(String old, String replacement, String requirement, String observed) {
    List<Finding> findings =
        MailIntegrity.unchanged(
            changed(text -> text.replace(line(old), line(replacement))).transcript());
    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.assessment()).isEqualTo(Assessment.BROKEN);
              assertThat(finding.requirement()).isEqualTo(requirement);
              assertThat(finding.observed()).contains("message t1 on S1", observed);
            });
  }

  /** Returns the text with line ends, which the table writes with backslashes. */
  private static String line(String text) {
    return text.replace("\\r\\n", "\r\n");
  }

  @Test
  void callsAMessageThatEndsAtADotCutOff() {
    var letters = changed(text -> text.substring(0, text.indexOf("\r\n.\r\n") + 2));
    assertThat(MailIntegrity.unchanged(letters.transcript()))
        .extracting(Finding::requirement)
        .containsExactly("SMTP-040");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-ETRN-Token: t1\r\n", "Subject: ETRN harness t1\r\n"})
  void recognisesAMessageThatLostAField(String field) {
    var letters = changed(text -> text.replace(field, ""));
    assertThat(MailIntegrity.delivered(letters.transcript())).isEqualTo(1);
    assertThat(MailIntegrity.unchanged(letters.transcript())).hasSize(1);
  }

  @Test
  void notesAnExtensionFieldThatWasRemoved() {
    var letters = changed(text -> text.replace("X-ETRN-Token: t1\r\n", ""));
    assertThat(MailIntegrity.unchanged(letters.transcript()))
        .extracting(Finding::assessment)
        .containsExactly(Assessment.NOTED);
  }

  @Test
  void takesFoldingAndOtherSpellingsForTheSame() {
    var letters =
        changed(
            text ->
                text.replace("Subject: ETRN harness", "Subject: ETRN\r\n harness")
                    .replace("From: " + SENDER, "From: <" + SENDER + ">")
                    .replace("00:00:00 +0000", "01:00:00 +0100 (CET)"));
    assertThat(MailIntegrity.unchanged(letters.transcript()))
        .extracting(Finding::assessment)
        .containsOnly(Assessment.NOTED);
  }

  @Test
  void doubtsContentThatWasEncodedAnew() {
    var letters =
        changed(
            text ->
                text.replace("\u00e4", "=E4")
                    .replace(
                        "\r\n\r\n", "\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"));
    assertThat(MailIntegrity.unchanged(letters.transcript()))
        .containsExactly(
            Finding.doubtful(
                "SMTP-041",
                "message t1 on S1: its body was encoded anew, for an exchanger that takes 8-bit"
                    + " content"));
  }

  @Test
  void doubtsAnotherEnvelopeSender() {
    var letters =
        new MailTranscriptBuilder()
            .handedOver("wanted", "t1", RECIPIENT, SENT)
            .delivered("hub@b.test", RECIPIENT, SENT);
    assertThat(MailIntegrity.unchanged(letters.transcript()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.assessment()).isEqualTo(Assessment.DOUBTFUL);
              assertThat(finding.observed()).contains("hub@b.test");
            });
  }

  @Test
  void findsCopies() {
    var letters =
        new MailTranscriptBuilder().handedOver("wanted", "t1").delivered("t1").after(3000);
    assertThat(MailIntegrity.once(letters.delivered("t1").transcript()))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.observed())
                    .contains("message t1 came 2 times, over S1 and S2", "3000.0 ms after"));
  }

  @Test
  void leavesCopiesAfterABreakToTheirOwnRule() {
    var letters =
        new MailTranscriptBuilder()
            .handedOver("wanted", "t1")
            .delivered("t1")
            .fact(Facts.LINK_BROKEN, End.parse("S1"))
            .delivered("t1");
    assertThat(MailIntegrity.once(letters.transcript())).isEmpty();
  }

  @Test
  void findsMailThatCameToAnother() {
    var letters =
        new MailTranscriptBuilder()
            .handedOver("wanted", "t1", RECIPIENT, SENT)
            .delivered(SENDER, "inbox@b.test", SENT);
    assertThat(MailIntegrity.rightRecipient(letters.transcript()))
        .containsExactly(
            Finding.broken(
                "SMTP-037", "message t1 on S1 was for inbox@a.test, and came for inbox@b.test"));
    // It came, so it is not missing as well.
    assertThat(MailIntegrity.delivered(letters.transcript())).isEqualTo(1);
  }

  @Test
  void countsAMessageForTwoRecipientsForEach() {
    var letters =
        new MailTranscriptBuilder()
            .handedOver("wanted", "t1", "one@a.test", SENT)
            .handedOver("wanted", "t1", "two@a.test", SENT)
            .delivered(SENDER, "one@a.test", SENT)
            .delivered(SENDER, "two@a.test", SENT);
    assertThat(MailIntegrity.once(letters.transcript())).isEmpty();
    assertThat(MailIntegrity.rightRecipient(letters.transcript())).isEmpty();
  }

  @Test
  void setsMailOfEarlierRunsAside() {
    var now = new RunToken("aaaabbbb");
    var before = new RunToken("ccccdddd");
    var letters =
        new MailTranscriptBuilder()
            .fact(Facts.RUN, now)
            .handedOver("wanted", "t1", now.recipient("a.test"), SENT)
            .delivered(SENDER, now.recipient("a.test"), SENT)
            .delivered(SENDER, before.recipient("a.test"), SENT);
    assertThat(MailIntegrity.once(letters.transcript())).isEmpty();
    assertThat(MailIntegrity.rightRecipient(letters.transcript())).isEmpty();
  }

  private static MailTranscriptBuilder changed(java.util.function.UnaryOperator<String> change) {
    return new MailTranscriptBuilder()
        .handedOver("wanted", "t1", RECIPIENT, SENT)
        .delivered(SENDER, RECIPIENT, change.apply(SENT));
  }
}
