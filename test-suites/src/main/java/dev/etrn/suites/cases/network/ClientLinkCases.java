package dev.etrn.suites.cases.network;

import static dev.etrn.suites.catalogue.Need.CONNECT_BACK;
import static dev.etrn.suites.catalogue.Need.PERMITTED;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.PlainRequests;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.cases.Stage;
import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Judges;
import dev.etrn.suites.judge.ReplyJudge;
import dev.etrn.suites.judge.mail.ReleaseJudge;
import dev.etrn.suites.judge.mail.VariantJudge;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.client.WireClient;
import dev.etrn.suites.wire.link.LinkCondition;
import java.time.Duration;
import java.util.List;

/**
 * The cases of a network between client and target that is slow or falls silent. Clients that reset
 * their connections are the subject of {@code etrn.effect.reset-at-once} and {@code
 * etrn.abuse.hit-and-run}.
 */
public final class ClientLinkCases {

  private static final Duration FAR = Duration.ofMillis(100);

  private ClientLinkCases() {}

  public static List<Case> all() {
    return List.of(slowClient(), silentClient());
  }

  private static Case slowClient() {
    return CaseBuilder.of(
            "etrn.network.distant-client", "A client that is far away gets its reply and its mail")
        .covers("ETRN-021", "DECL-003")
        .expects("every message once, with " + FAR.toMillis() + " ms in each direction")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .takesLong()
        .script(
            stage -> {
              List<String> tokens = stage.hold("wanted", stage.node(PERMITTED), 2);
              WireClient client = stage.ehlo(new LinkCondition.Latency(FAR));
              Scripts.ask(stage, client, "etrn", stage.request(PERMITTED));
              Scripts.quit(client);
              stage.awaitMail(tokens, stage.profile().within());
              stage.watch(stage.profile().quiet());
            })
        .judgedWhenOffered(ReleaseJudge.beside("wanted", "etrn"));
  }

  private static Case silentClient() {
    return CaseBuilder.of(
            "etrn.network.silent-client",
            "The mail comes, and others are served, although the client falls silent after ETRN")
        .covers("ETRN-061", "ETRN-060", "ETRN-021")
        .expects("every message once, and 250 to NOOP elsewhere")
        .needs(PERMITTED, CONNECT_BACK)
        .releasesMail()
        .takesLong()
        .script(
            stage -> {
              if (PlainRequests.release(stage)) {
                silence(stage);
              }
            })
        .judgedWhenOffered(
            Judges.all(VariantJudge.of("wanted", "ETRN-061"), ClientLinkCases::next));
  }

  private static void silence(Stage stage) throws InterruptedException {
    List<String> tokens = stage.hold("wanted", stage.node(PERMITTED), 2);
    WireClient client = stage.ehlo();
    client.step("etrn").line(stage.request(PERMITTED));
    PlainRequests.await(stage, tokens);
    Scripts.next(stage);
    // The judge has to tell a refusal from mail that does not come.
    client.reply();
    client.reset();
  }

  /** Judges that other clients are served, if the script got that far. */
  private static List<Finding> next(Transcript transcript) {
    return Dialogue.all(transcript).stream().anyMatch(dialogue -> dialogue.has("noop"))
        ? ReplyJudge.of("noop", "ETRN-060")
            .keeps(Codes.of(250))
            .breaks(Codes.any())
            .judge(transcript)
        : List.of();
  }
}
