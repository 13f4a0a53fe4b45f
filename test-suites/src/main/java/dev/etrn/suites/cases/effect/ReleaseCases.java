package dev.etrn.suites.cases.effect;

import static dev.etrn.suites.catalogue.Need.CONNECT_BACK;
import static dev.etrn.suites.catalogue.Need.PERMITTED;
import static dev.etrn.suites.catalogue.Need.QUEUE;
import static dev.etrn.suites.catalogue.Need.SUBTREE_FORM;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.PlainRequests;
import dev.etrn.suites.cases.Script;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.cases.Stage;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.judge.Judges;
import dev.etrn.suites.judge.mail.FirstMessage;
import dev.etrn.suites.judge.mail.ReleaseJudge;
import dev.etrn.suites.judge.mail.ReleaseLatency;
import dev.etrn.suites.judge.mail.VariantJudge;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.client.WireClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cases of mail that was asked for: all of it comes, once, unchanged (RFC 1985 section 5.1).
 */
public final class ReleaseCases {

  private ReleaseCases() {}

  public static List<Case> all() {
    return Stream.concat(
            byCount().keySet().stream(), Stream.of(nodeCase(), subtree(), queue(), counts()))
        .toList();
  }

  /** Returns the plain releases with the number of messages of each, the smallest first. */
  public static Map<Case, Integer> byCount() {
    var releases = new LinkedHashMap<Case, Integer>();
    releases.put(
        plain("etrn.effect.one-message", "ETRN releases the one message that waits", 1), 1);
    releases.put(
        plain("etrn.effect.five-messages", "ETRN releases all five messages that wait", 5), 5);
    releases.put(
        plain("etrn.effect.fifty-messages", "ETRN releases all fifty messages that wait", 50), 50);
    return releases;
  }

  /** Returns the latency of a plain release; empty unless it was complete. */
  public static Optional<ReleaseLatency> latency(Transcript transcript) {
    return ReleaseLatency.of(transcript, "wanted", "etrn");
  }

  private static Case plain(String id, String title, int count) {
    Judge firstMessageJudge = Judges.all(ReleaseJudge.of("wanted", "etrn"), FirstMessage::judge);
    return CaseBuilder.of(id, title)
        .revision(2)
        .expects("every message that was held, within the time that is declared")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .script(
            stage -> {
              List<String> tokens = stage.hold("wanted", stage.node(PERMITTED), count);
              ask(stage, plain(stage));
              stage.awaitMail(tokens, stage.profile().within());
              stage.watch(stage.profile().quiet());
            })
        .covers("ETRN-021", "ETRN-023", "DECL-003")
        .judgedWhenOffered(count == 1 ? firstMessageJudge : ReleaseJudge.of("wanted", "etrn"));
  }

  private static Case nodeCase() {
    return CaseBuilder.of(
            "etrn.effect.node-case", "ETRN in upper case releases the mail of the node")
        .revision(2)
        .covers("ETRN-045", "ETRN-021")
        .expects("the message comes, as it does when the name is given as it was configured")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .script(
            stage -> {
              if (PlainRequests.release(stage)) {
                List<String> tokens = stage.hold("wanted", stage.node(PERMITTED), 1);
                ask(stage, plain(stage).toUpperCase(Locale.ROOT));
                PlainRequests.await(stage, tokens);
              }
            })
        .judgedWhenOffered(VariantJudge.of("wanted", "ETRN-045"));
  }

  private static String plain(Stage stage) {
    return stage.request(PERMITTED);
  }

  private static Case subtree() {
    return CaseBuilder.of("etrn.effect.subtree", "@ releases the node and every name below it")
        .revision(2)
        .covers("ETRN-047", "PMDF-010", "ETRN-021")
        .expects("mail for the node, a child and a grandchild comes")
        .needs(PERMITTED, CONNECT_BACK, SUBTREE_FORM)
        .releasesMail()
        .script(subtreeScript())
        .judgedWhenOffered(
            EffectJudges.doubtfulWhenRefused(
                "ETRN-047", new VariantJudge(List.of("node", "child", "grandchild"), "ETRN-047")));
  }

  private static Script subtreeScript() {
    return stage -> {
      if (!PlainRequests.release(stage)) {
        return;
      }
      String node = stage.node(PERMITTED);
      Map<String, String> held =
          stage.holdEach(
              List.of(
                  new Stage.Parcel("node", node),
                  new Stage.Parcel("child", "a." + node),
                  new Stage.Parcel("grandchild", "b.c." + node)));
      if (ask(stage, "ETRN @" + node)) {
        PlainRequests.await(stage, List.copyOf(held.values()));
      }
    };
  }

  private static Case queue() {
    return CaseBuilder.of("etrn.effect.queue", "# releases what waits in the queue that it names")
        .revision(2)
        .covers("ETRN-052", "PMDF-011", "ETRN-021")
        .expects("the message comes")
        .needs(PERMITTED, QUEUE, CONNECT_BACK)
        .releasesMail()
        .script(
            stage -> {
              if (PlainRequests.release(stage)) {
                List<String> tokens = stage.hold("wanted", stage.node(PERMITTED), 1);
                if (ask(stage, "ETRN #" + stage.node(QUEUE))) {
                  PlainRequests.await(stage, tokens);
                }
              }
            })
        .judgedWhenOffered(
            EffectJudges.whenAccepted("ETRN-052", VariantJudge.of("wanted", "ETRN-052")));
  }

  private static Case counts() {
    return CaseBuilder.of(
            "etrn.effect.counts",
            "Reply codes and counts fit the mail that waits, before and after its release")
        .covers("ETRN-031", "ETRN-032", "ETRN-033")
        .expects("250, 252 or 253 with the count; then 250 or 251")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .script(
            stage -> {
              drain(stage);
              List<String> tokens = stage.hold("wanted", stage.node(PERMITTED), 3);
              ask(stage, plain(stage));
              stage.awaitMail(tokens, stage.profile().within());
              stage.watch(stage.profile().quiet());
              WireClient secondClient = stage.ehlo();
              Scripts.ask(stage, secondClient, "after", plain(stage));
              Scripts.quit(secondClient);
            })
        .judgedWhenOffered(EffectJudges::counts);
  }

  /** Releases the mail that earlier cases left, so that counts are those of this case. */
  private static void drain(Stage stage) throws InterruptedException {
    WireClient client = stage.ehlo();
    Scripts.ask(stage, client, "drain", plain(stage));
    Scripts.quit(client);
    stage.watch(stage.profile().quiet());
  }

  /** Sends the line in a session of its own, as {@link Scripts#ask}; returns true if accepted. */
  static boolean ask(Stage stage, String line) {
    WireClient client = stage.ehlo();
    boolean isAccepted =
        Scripts.ask(stage, client, "etrn", line).filter(r -> r.firstDigit() == 2).isPresent();
    Scripts.quit(client);
    return isAccepted;
  }
}
