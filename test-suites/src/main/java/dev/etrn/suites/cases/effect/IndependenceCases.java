package dev.etrn.suites.cases.effect;

import static dev.etrn.suites.catalogue.Need.CONNECT_BACK;
import static dev.etrn.suites.catalogue.Need.PERMITTED;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.PlainRequests;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.cases.Stage;
import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Judges;
import dev.etrn.suites.judge.ReplyJudge;
import dev.etrn.suites.judge.mail.MailIntegrity;
import dev.etrn.suites.judge.mail.ReleaseJudge;
import dev.etrn.suites.judge.mail.VariantJudge;
import dev.etrn.suites.wire.client.WireClient;
import dev.etrn.suites.wire.sink.SinkPlan;
import java.util.List;
import java.util.function.Consumer;

/** The cases in which the queue run and the session that asked for it are independent. */
public final class IndependenceCases {

  private static final int REPEATED = 5;

  private IndependenceCases() {}

  public static List<Case> all() {
    return List.of(
        anotherConnection(),
        repeated(),
        leaves(
            "etrn.effect.quit-at-once",
            "The mail comes although the client says QUIT at once",
            Scripts::quit),
        leaves(
            "etrn.effect.reset-at-once",
            "The mail comes although the client resets its connection",
            WireClient::reset),
        immediateReply());
  }

  private static Case anotherConnection() {
    return CaseBuilder.of(
            "etrn.effect.another-connection",
            "Mail goes over another connection; that of ETRN stays usable")
        .covers("ETRN-022", "ETRN-023", "ETRN-021", "DECL-003")
        .expects("no unrequested octets on the connection of ETRN, and 250 to NOOP")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .script(
            stage -> {
              List<String> tokens = stage.hold("wanted", stage.node(PERMITTED), 1);
              WireClient client = stage.ehlo();
              Scripts.ask(stage, client, "etrn", stage.request(PERMITTED));
              stage.awaitMail(tokens, stage.profile().within());
              client.listen(stage.profile().quiet());
              client.step("noop").line("NOOP").reply();
              Scripts.quit(client);
            })
        .judgedWhenOffered(
            Judges.all(EffectJudges::anotherConnection, ReleaseJudge.beside("wanted", "etrn")));
  }

  private static Case repeated() {
    return CaseBuilder.of("etrn.effect.repeated", "Repeated ETRNs do not deliver a message twice")
        .covers("ETRN-057", "SMTP-037", "ETRN-021")
        .expects("each ETRN answered, every message once")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .script(
            stage -> {
              if (PlainRequests.release(stage)) {
                repeat(stage);
              }
            })
        .judgedWhenOffered(
            Judges.all(
                ReplyJudge.of("etrn", "ETRN-057")
                    .keeps(Codes.ACCEPTED)
                    .notes(Codes.of(458), "a run is under way already")
                    .notes(Codes.REFUSED, "asking again was refused"),
                VariantJudge.of("wanted", "ETRN-057"),
                MailIntegrity::once));
  }

  private static void repeat(Stage stage) throws InterruptedException {
    List<String> tokens = stage.hold("wanted", stage.node(PERMITTED), 3);
    WireClient client = stage.ehlo();
    int count = Math.min(REPEATED, stage.profile().etrnsPerSession().orElse(REPEATED));
    Scripts.ask(stage, client, "etrn", stage.request(PERMITTED));
    for (int i = 1; i < count; i++) {
      client.step("etrn").line(stage.request(PERMITTED)).reply();
    }
    PlainRequests.await(stage, tokens);
    stage.watch(stage.profile().quiet());
    Scripts.quit(client);
  }

  private static Case leaves(String id, String title, Consumer<WireClient> leave) {
    return CaseBuilder.of(id, title)
        .covers("ETRN-061", "ETRN-021")
        .expects("every message, as to a client that stays")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .script(
            stage -> {
              if (PlainRequests.release(stage)) {
                List<String> tokens = stage.hold("wanted", stage.node(PERMITTED), 2);
                WireClient client = stage.ehlo();
                Scripts.ask(stage, client, "etrn", stage.request(PERMITTED));
                leave.accept(client);
                PlainRequests.await(stage, tokens);
              }
            })
        .judgedWhenOffered(VariantJudge.of("wanted", "ETRN-061"));
  }

  private static Case immediateReply() {
    return CaseBuilder.of("etrn.effect.immediate-reply", "The reply does not wait for the delivery")
        .covers("ETRN-025")
        .expects("a reply while the exchanger is slow")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .takesLong()
        .script(IndependenceCases::slowExchanger)
        .judgedWhenOffered(EffectJudges::immediate);
  }

  private static void slowExchanger(Stage stage) throws InterruptedException {
    stage.sink(new SinkPlan.Stall(stage.profile().quiet()));
    List<String> tokens = stage.hold("wanted", stage.node(PERMITTED), 3);
    WireClient client = stage.ehlo();
    Scripts.ask(stage, client, "etrn", stage.request(PERMITTED));
    stage.awaitMail(tokens, stage.profile().within());
    Scripts.quit(client);
  }
}
