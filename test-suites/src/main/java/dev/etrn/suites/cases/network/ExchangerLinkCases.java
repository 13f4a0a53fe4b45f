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
import dev.etrn.suites.wire.client.WireClient;
import dev.etrn.suites.wire.link.LinkCondition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The network between target and exchanger is slow, breaks or falls silent: mail is not lost, and
 * not doubled beyond what SMTP allows (RFC 5321 section 6.1, RFC 1047).
 *
 * <p>The messages are small, so that a server has often written all of one when the connection
 * breaks. It has no reply, whatever the exchanger read of it.
 */
public final class ExchangerLinkCases {

  private static final Duration FAR = Duration.ofMillis(100);

  /** From one message to the next on a connection: MAIL, RCPT, DATA, content, one by one. */
  private static final int TURNS = 4;

  /** A line that each message of the harness has, behind its header and before its end. */
  private static final String IN_CONTENT = "A message of the ETRN harness.\r\n";

  private static final String END_OF_CONTENT = "\r\n.\r\n";

  private static final String BELOW = "below.";

  private ExchangerLinkCases() {}

  public static List<Case> all() {
    return List.of(latency(), resetInContent(), lostReply(), silentExchanger());
  }

  private static Case latency() {
    return CaseBuilder.of(
            "etrn.network.latency", "All mail comes, once, over a network that takes its time")
        .covers("ETRN-021", "DECL-003")
        .expects("every message once, with " + FAR.toMillis() + " ms in each direction")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .takesLong()
        .script(
            stage -> {
              List<String> tokens = stage.hold("wanted", stage.node(PERMITTED), 2);
              stage.link(new LinkCondition.Latency(FAR));
              asks(stage, "etrn", stage.request(PERMITTED));
              stage.awaitMail(tokens, stage.profile().within());
              // A second copy takes as many turns to come as the first one did.
              stage.watch(stage.profile().quiet().plus(FAR.multipliedBy(2L * TURNS)));
            })
        .judgedBy(ReleaseJudge.beside("wanted", "etrn"));
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
              stage.link(broken(IN_CONTENT, LinkCondition.Moment.PASSED, LinkCondition.How.RESET));
              if (isBroken(stage)) {
                stage.watch(stage.profile().quiet());
                asks(stage, "again", stage.request(PERMITTED));
                stage.awaitMail(tokens, stage.profile().within());
                end(stage);
              }
            })
        .judgedBy(RetryJudge.of("wanted"));
  }

  private static Case lostReply() {
    return CaseBuilder.of(
            "etrn.network.lost-reply",
            "A message whose reply is lost on its way may come twice, and no other")
        .covers("SMTP-037", "ETRN-021")
        .expects("that message once or twice, which is noted, and every other one once")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .takesLong()
        .script(
            stage -> {
              List<String> tokens = stage.hold("wanted", stage.node(PERMITTED), 2);
              stage.link(
                  broken(END_OF_CONTENT, LinkCondition.Moment.ANSWERED, LinkCondition.How.RESET));
              if (isBroken(stage)) {
                stage.watch(stage.profile().quiet());
                asks(stage, "again", stage.request(PERMITTED));
                stage.awaitMail(tokens, stage.profile().within());
                // A second copy is no token that could be waited for.
                stage.watch(stage.profile().quiet());
                end(stage);
              }
            })
        .judgedBy(RetryJudge.of("wanted"));
  }

  private static Case silentExchanger() {
    return CaseBuilder.of(
            "etrn.network.silent-exchanger",
            "An exchanger that falls silent holds up nobody else, and gets its mail later")
        .covers("ETRN-021", "ETRN-025", "SMTP-037")
        .expects("a reply and the mail for another node meanwhile, its own when it is back")
        .needs(PERMITTED, SIBLING, CONNECT_BACK)
        .releasesMail()
        .takesLong()
        .script(silentScript())
        .judgedBy(Judges.all(NetworkJudges::beside, RetryJudge.of("wanted")));
  }

  private static Script silentScript() {
    return stage -> {
      Map<String, String> held =
          stage.holdEach(
              List.of(
                  new Stage.Parcel("wanted", stage.node(PERMITTED)),
                  new Stage.Parcel(NetworkJudges.SIBLING, stage.node(SIBLING)),
                  new Stage.Parcel(NetworkJudges.BELOW, BELOW + stage.node(PERMITTED))));
      stage.link(broken(IN_CONTENT, LinkCondition.Moment.PASSED, LinkCondition.How.SILENCE));
      if (isBroken(stage)) {
        beside(stage, held);
        stage.fact(NetworkJudges.ENDED, "the silent connection is closed");
        stage.link(new LinkCondition.Sound());
        stage.watch(stage.profile().quiet());
        asks(stage, "again", stage.request(PERMITTED));
        stage.awaitMail(tokens(held, "wanted"), stage.profile().within());
        end(stage);
      }
    };
  }

  /**
   * Asks for another partner's mail; if that is not this client's to ask for, for a subdomain's.
   */
  private static void beside(Stage stage, Map<String, String> held) throws InterruptedException {
    String node = stage.node(PERMITTED);
    if (asks(stage, NetworkJudges.SIBLING, stage.request(SIBLING))) {
      stage.awaitMail(tokens(held, NetworkJudges.SIBLING), stage.profile().within());
    } else if (asks(
        stage, NetworkJudges.BELOW, stage.request(PERMITTED).replace(node, BELOW + node))) {
      stage.awaitMail(tokens(held, NetworkJudges.BELOW), stage.profile().within());
    }
  }

  private static List<String> tokens(Map<String, String> held, String group) {
    return Optional.ofNullable(held.get(group)).stream().toList();
  }

  private static LinkCondition broken(
      String octets, LinkCondition.Moment moment, LinkCondition.How how) {
    return new LinkCondition.Break(octets, moment, how);
  }

  /** Asks for the mail, and says whether the network broke under its delivery. */
  private static boolean isBroken(Stage stage) throws InterruptedException {
    return asks(stage, "etrn", stage.request(PERMITTED))
        && stage.awaitBreak(stage.profile().within());
  }

  /** Whatever still comes has come; what the server says of the rest. */
  private static void end(Stage stage) throws InterruptedException {
    stage.watch(stage.profile().quiet());
    asks(stage, "after", stage.request(PERMITTED));
  }

  /** Sends the line, as {@link Scripts#ask}, in a session of its own; says if it was accepted. */
  private static boolean asks(Stage stage, String step, String line) {
    WireClient client = stage.ehlo();
    boolean isAccepted =
        Scripts.ask(stage, client, step, line).filter(r -> r.firstDigit() == 2).isPresent();
    Scripts.quit(client);
    return isAccepted;
  }
}
