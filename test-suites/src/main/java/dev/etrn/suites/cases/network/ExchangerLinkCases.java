package dev.etrn.suites.cases.network;

import static dev.etrn.suites.catalogue.Need.CONNECT_BACK;
import static dev.etrn.suites.catalogue.Need.PERMITTED;
import static dev.etrn.suites.catalogue.Need.SIBLING;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Script;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.cases.Stage;
import dev.etrn.suites.judge.Judges;
import dev.etrn.suites.judge.mail.ReleaseJudge;
import dev.etrn.suites.judge.mail.RetryJudge;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.wire.client.WireClient;
import dev.etrn.suites.wire.link.LinkCondition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cases of a network between target and exchanger that is slow, breaks or falls silent: mail is
 * not lost, and not doubled beyond what SMTP allows (RFC 5321 section 6.1, RFC 1047).
 *
 * <p>The messages are small, so a server has often written a whole message when the connection
 * breaks. It has no reply, however much the exchanger read.
 */
public final class ExchangerLinkCases {

  private static final Duration FAR = Duration.ofMillis(100);

  /** The round trips from one message to the next on a connection: MAIL, RCPT, DATA, content. */
  private static final int ROUND_TRIPS = 4;

  /** A line that each message of the harness has between its header and its end. */
  private static final String IN_CONTENT = "A message of the ETRN harness.\r\n";

  private static final String END_OF_CONTENT = "\r\n.\r\n";

  private static final String BELOW = "below.";

  private ExchangerLinkCases() {}

  public static List<Case> all() {
    return List.of(latency(), resetInContent(), lostReply(), silentExchanger());
  }

  private static Case latency() {
    return CaseBuilder.of("etrn.network.latency", "All mail comes once over a slow network")
        .covers("ETRN-021", "DECL-003")
        .expects("every message once, with " + FAR.toMillis() + " ms in each direction")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .takesLong()
        .script(
            stage -> {
              List<String> tokens = stage.hold("wanted", stage.node(PERMITTED), 2);
              stage.link(new LinkCondition.Latency(FAR));
              ask(stage, "etrn", stage.request(PERMITTED));
              stage.awaitMail(tokens, stage.profile().within());
              // A second copy takes as many round trips to come as the first one did.
              stage.watch(stage.profile().quiet().plus(FAR.multipliedBy(2L * ROUND_TRIPS)));
            })
        .judgedWhenOffered(ReleaseJudge.beside("wanted", "etrn"));
  }

  private static Case resetInContent() {
    return CaseBuilder.of(
            "etrn.network.reset-in-content",
            "A message whose delivery is reset half-way comes again, whole and once")
        .covers("SMTP-037", "ETRN-021")
        .expects("every message once, on the next try; noted when none is made in time")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .takesLong()
        .script(
            stage -> {
              List<String> tokens = stage.hold("wanted", stage.node(PERMITTED), 2);
              stage.link(
                  broken(IN_CONTENT, LinkCondition.Moment.PASSED, LinkCondition.Effect.RESET));
              if (awaitBreak(stage)) {
                stage.watch(stage.profile().quiet());
                ask(stage, "again", stage.request(PERMITTED));
                stage.awaitMail(tokens, stage.profile().within());
                end(stage);
              }
            })
        .judgedWhenOffered(RetryJudge.of("wanted"));
  }

  private static Case lostReply() {
    return CaseBuilder.of(
            "etrn.network.lost-reply",
            "Only a message whose reply is lost on its way may come twice")
        .covers("SMTP-037", "ETRN-021")
        .expects("that message once or twice, which is noted, and every other one once")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .takesLong()
        .script(
            stage -> {
              List<String> tokens = stage.hold("wanted", stage.node(PERMITTED), 2);
              stage.link(
                  broken(
                      END_OF_CONTENT, LinkCondition.Moment.ANSWERED, LinkCondition.Effect.RESET));
              if (awaitBreak(stage)) {
                stage.watch(stage.profile().quiet());
                ask(stage, "again", stage.request(PERMITTED));
                stage.awaitMail(tokens, stage.profile().within());
                // A second copy has no token of its own for which the script could wait.
                stage.watch(stage.profile().quiet());
                end(stage);
              }
            })
        .judgedWhenOffered(RetryJudge.of("wanted"));
  }

  private static Case silentExchanger() {
    return CaseBuilder.of(
            "etrn.network.silent-exchanger",
            "An exchanger that falls silent delays no other mail, and gets its own later")
        .covers("ETRN-021", "ETRN-025", "SMTP-037")
        .expects("a reply and another node's mail meanwhile, and its own mail when it is back")
        .needs(PERMITTED, SIBLING, CONNECT_BACK)
        .releasesMail()
        .takesLong()
        .script(silentScript())
        .judgedWhenOffered(Judges.all(NetworkJudges::beside, RetryJudge.of("wanted")));
  }

  private static Script silentScript() {
    return stage -> {
      Map<String, String> held =
          stage.holdEach(
              List.of(
                  new Stage.Parcel("wanted", stage.node(PERMITTED)),
                  new Stage.Parcel(NetworkJudges.SIBLING, stage.node(SIBLING)),
                  new Stage.Parcel(NetworkJudges.BELOW, BELOW + stage.node(PERMITTED))));
      stage.link(broken(IN_CONTENT, LinkCondition.Moment.PASSED, LinkCondition.Effect.SILENCE));
      if (awaitBreak(stage)) {
        beside(stage, held);
        stage.fact(Facts.LINK_ENDED, "the silent connection is closed");
        stage.link(new LinkCondition.Sound());
        stage.watch(stage.profile().quiet());
        ask(stage, "again", stage.request(PERMITTED));
        stage.awaitMail(tokens(held, "wanted"), stage.profile().within());
        end(stage);
      }
    };
  }

  /** Asks for another partner's mail, or for a subdomain's if this client may not ask for that. */
  private static void beside(Stage stage, Map<String, String> held) throws InterruptedException {
    String node = stage.node(PERMITTED);
    if (ask(stage, NetworkJudges.SIBLING, stage.request(SIBLING))) {
      stage.awaitMail(tokens(held, NetworkJudges.SIBLING), stage.profile().within());
    } else if (ask(
        stage, NetworkJudges.BELOW, stage.request(PERMITTED).replace(node, BELOW + node))) {
      stage.awaitMail(tokens(held, NetworkJudges.BELOW), stage.profile().within());
    }
  }

  private static List<String> tokens(Map<String, String> held, String group) {
    return Optional.ofNullable(held.get(group)).stream().toList();
  }

  private static LinkCondition broken(
      String octets, LinkCondition.Moment moment, LinkCondition.Effect effect) {
    return new LinkCondition.Break(octets, moment, effect);
  }

  /** Asks for the mail; returns true if the network broke during its delivery. */
  private static boolean awaitBreak(Stage stage) throws InterruptedException {
    return ask(stage, "etrn", stage.request(PERMITTED))
        && stage.awaitBreak(stage.profile().within());
  }

  /** Waits for mail that still comes, and then asks the server about the rest. */
  private static void end(Stage stage) throws InterruptedException {
    stage.watch(stage.profile().quiet());
    ask(stage, "after", stage.request(PERMITTED));
    // The queue run that this starts must not find the mail of the next case.
    stage.watch(stage.profile().quiet());
  }

  /** Sends the line in a session of its own, as {@link Scripts#ask}; returns true if accepted. */
  private static boolean ask(Stage stage, String step, String line) {
    WireClient client = stage.ehlo();
    boolean isAccepted =
        Scripts.ask(stage, client, step, line).filter(r -> r.firstDigit() == 2).isPresent();
    Scripts.quit(client);
    return isAccepted;
  }
}
