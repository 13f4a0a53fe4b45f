package dev.etrn.suites.cases.effect;

import static dev.etrn.suites.catalogue.Need.CONNECT_BACK;
import static dev.etrn.suites.catalogue.Need.PERMITTED;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.cases.Stage;
import dev.etrn.suites.cases.Stage.Parcel;
import dev.etrn.suites.wire.client.MessageForm;
import dev.etrn.suites.wire.client.WireClient;
import dev.etrn.suites.wire.sink.SinkPlan;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The cases of later requests, and of mail behind a message that the exchanger defers. */
public final class ContinuationCases {

  private static final int LATER = 451;

  private ContinuationCases() {}

  public static List<Case> all() {
    return List.of(deferredMessage(), secondInSession(), secondSession());
  }

  private static Case deferredMessage() {
    return CaseBuilder.of(
            "etrn.effect.deferred-message",
            "A message that the exchanger defers holds up no other one, and comes later")
        .covers("SMTP-037", "ETRN-021", "DECL-003")
        .expects("the other messages at once, and that one when it is asked for again")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .script(ContinuationCases::defer)
        .judgedWhenOffered(ContinuationJudges::deferred);
  }

  private static void defer(Stage stage) throws InterruptedException {
    String node = stage.node(PERMITTED);
    String label = ContinuationJudges.LABEL;
    Map<String, String> held =
        stage.holdEach(
            List.of(
                new Parcel(ContinuationJudges.DEFERRED, node, List.of(label), MessageForm.PLAIN),
                new Parcel(ContinuationJudges.BEHIND, node),
                new Parcel(ContinuationJudges.LAST, node)));
    stage.sink(new SinkPlan.RefuseRecipient(label, LATER));
    ask(stage, "etrn");
    stage.awaitMail(
        Stream.of(ContinuationJudges.BEHIND, ContinuationJudges.LAST)
            .flatMap(group -> Stream.ofNullable(held.get(group)))
            .toList(),
        stage.profile().within());
    // The exchanger defers on every connection that is open, and then on no other.
    stage.watch(stage.profile().quiet());
    stage.sink(new SinkPlan.AcceptAll());
    ask(stage, "again");
    List<String> deferred = Stream.ofNullable(held.get(ContinuationJudges.DEFERRED)).toList();
    if (!stage.awaitMail(deferred, stage.profile().within())) {
      ask(stage, "after");
    }
  }

  private static Case secondInSession() {
    return CaseBuilder.of(
            "etrn.effect.second-in-session",
            "A second ETRN of the session releases the mail that came in after the first")
        .covers("ETRN-021", "DECL-003", "ETRN-056")
        .expects("the new message comes")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .script(
            stage -> {
              List<String> first = stage.hold("first", stage.node(PERMITTED), 1);
              WireClient client = stage.ehlo();
              Scripts.ask(stage, client, "etrn", stage.request(PERMITTED));
              if (stage.awaitMail(first, stage.profile().within())) {
                List<String> second = stage.hold("second", stage.node(PERMITTED), 1);
                Scripts.ask(stage, client, "second", stage.request(PERMITTED));
                stage.awaitMail(second, stage.profile().within());
              }
              Scripts.quit(client);
            })
        .judgedWhenOffered(ContinuationJudges::second);
  }

  private static Case secondSession() {
    return CaseBuilder.of(
            "etrn.effect.second-session",
            "ETRN of another session releases the mail that came in after the first")
        .covers("ETRN-021", "DECL-003")
        .expects("the new message comes")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .script(
            stage -> {
              List<String> first = stage.hold("first", stage.node(PERMITTED), 1);
              ask(stage, "etrn");
              if (stage.awaitMail(first, stage.profile().within())) {
                List<String> second = stage.hold("second", stage.node(PERMITTED), 1);
                ask(stage, "second");
                stage.awaitMail(second, stage.profile().within());
              }
            })
        .judgedWhenOffered(ContinuationJudges::second);
  }

  private static void ask(Stage stage, String step) {
    WireClient client = stage.ehlo();
    Scripts.ask(stage, client, step, stage.request(PERMITTED));
    Scripts.quit(client);
  }
}
