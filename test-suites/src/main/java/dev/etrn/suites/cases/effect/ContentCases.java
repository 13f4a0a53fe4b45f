package dev.etrn.suites.cases.effect;

import static dev.etrn.suites.catalogue.Need.CONNECT_BACK;
import static dev.etrn.suites.catalogue.Need.PERMITTED;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Stage;
import dev.etrn.suites.cases.Stage.Parcel;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Judges;
import dev.etrn.suites.judge.mail.MailIntegrity;
import dev.etrn.suites.judge.mail.ReleaseJudge;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.client.MessageForm;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The cases of messages that relays damage easily, and of copies that come late. */
public final class ContentCases {

  private static final String DOTS = "dots";
  private static final String EIGHT_BIT = "eight-bit";

  /** The number of quiet times of the wait for a late copy, and the limit of that wait. */
  private static final int LATE = 5;

  private static final Duration LATEST = Duration.ofSeconds(5);

  private ContentCases() {}

  public static List<Case> all() {
    return List.of(content(), twoRecipients(), lateCopy());
  }

  private static Case content() {
    return CaseBuilder.of(
            "etrn.effect.content",
            "Lines of dots, long lines and 8-bit text arrive as they were sent")
        .covers("SMTP-040", "SMTP-041", "SMTP-037", "ETRN-021", "DECL-003")
        .expects("both messages, octet for octet; 8-bit text where 8BITMIME is offered")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .script(
            stage -> {
              String node = stage.node(PERMITTED);
              Map<String, String> held =
                  stage.holdEach(
                      List.of(
                          new Parcel(DOTS, node, List.of(), MessageForm.DOT_LINES),
                          new Parcel(EIGHT_BIT, node, List.of(), MessageForm.EIGHT_BIT)));
              ReleaseCases.ask(stage, stage.request(PERMITTED));
              stage.awaitMail(List.copyOf(held.values()), stage.profile().within());
            })
        .judgedWhenOffered(
            Judges.all(
                ReleaseJudge.beside(DOTS, "etrn"),
                ContentCases::eightBit,
                MailIntegrity::unchanged));
  }

  private static List<Finding> eightBit(Transcript transcript) {
    boolean isTaken =
        transcript.all(Event.Injected.class).anyMatch(m -> m.group().equals(EIGHT_BIT));
    return isTaken
        ? ReleaseJudge.beside(EIGHT_BIT, "etrn").judge(transcript)
        : transcript
            .all(Event.NotInjected.class)
            .filter(message -> message.group().equals(EIGHT_BIT))
            .limit(1)
            .map(message -> Finding.noted("SMTP-041", "not tried: " + message.why()))
            .toList();
  }

  private static Case twoRecipients() {
    return CaseBuilder.of(
            "etrn.effect.two-recipients", "A message with two recipients at the node reaches both")
        .covers("SMTP-037", "ETRN-021", "DECL-003")
        .expects("the message for each of them, over one transaction or two")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .script(
            stage -> {
              List<String> recipients = List.of("one", "two");
              Map<String, String> held =
                  stage.holdEach(
                      List.of(
                          new Parcel(
                              "wanted", stage.node(PERMITTED), recipients, MessageForm.PLAIN)));
              ReleaseCases.ask(stage, stage.request(PERMITTED));
              stage.awaitMail(List.copyOf(held.values()), stage.profile().within());
              // The message for the other recipient may come in a transaction of its own.
              stage.watch(stage.profile().quiet());
            })
        .judgedWhenOffered(ReleaseJudge.beside("wanted", "etrn"));
  }

  private static Case lateCopy() {
    return CaseBuilder.of(
            "etrn.effect.late-copy", "A message that has come does not come again some time later")
        .covers("SMTP-037", "ETRN-021", "DECL-003")
        .expects("nothing more in five quiet times")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .takesLong()
        .script(
            stage -> {
              List<String> tokens = stage.hold("wanted", stage.node(PERMITTED), 1);
              ReleaseCases.ask(stage, stage.request(PERMITTED));
              if (stage.awaitMail(tokens, stage.profile().within())) {
                stage.watch(lateness(stage));
              }
            })
        .judgedWhenOffered(Judges.all(ReleaseJudge.beside("wanted", "etrn"), MailIntegrity::once));
  }

  private static Duration lateness(Stage stage) {
    Duration wanted = stage.profile().quiet().multipliedBy(LATE);
    return wanted.compareTo(LATEST) < 0 ? wanted : LATEST;
  }
}
