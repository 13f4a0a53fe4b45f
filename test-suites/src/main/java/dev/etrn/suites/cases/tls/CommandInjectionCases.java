package dev.etrn.suites.cases.tls;

import static dev.etrn.suites.catalogue.Need.CONNECT_BACK;
import static dev.etrn.suites.catalogue.Need.PERMITTED;
import static dev.etrn.suites.catalogue.Need.TLS;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.cases.Stage;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.judge.Judges;
import dev.etrn.suites.judge.mail.StayJudge;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.client.ClientIdentity;
import dev.etrn.suites.wire.client.WireClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The cases of commands in one segment with STARTTLS (RFC 3207 section 4.2, CVE-2011-0411). */
public final class CommandInjectionCases {

  private CommandInjectionCases() {}

  public static List<Case> all() {
    return List.of(
        injected(
            "etrn.tls.injected-etrn",
            "An ETRN in the clear behind STARTTLS is never executed",
            "TLS-004",
            client -> ""),
        injected(
            "etrn.tls.injected-ehlo",
            "EHLO and ETRN in the clear behind STARTTLS are never executed",
            "TLS-005",
            client -> client.hello() + "\r\n"),
        releasesNothing());
  }

  private static Case injected(
      String id, String title, String requirement, Function<ClientIdentity, String> prefix) {
    return CaseBuilder.of(id, title)
        .covers(requirement, "SEC-014", "SEC-015")
        .expects("no reply to it, neither in the clear nor inside TLS")
        .needs(PERMITTED, TLS)
        .script(
            stage -> {
              WireClient client = stage.connectInTheClear();
              client.step("clear-ehlo").line(client.identity().hello()).reply();
              client
                  .step("starttls")
                  .send(
                      "STARTTLS\r\n"
                          + prefix.apply(client.identity())
                          + "ETRN "
                          + stage.node(PERMITTED)
                          + "\r\n");
              inside(stage, client);
            })
        .judgedWhenGreeted(transcript -> List.of(injected(requirement, transcript)));
  }

  private static Case releasesNothing() {
    return CaseBuilder.of(
            "etrn.tls.injection-releases-nothing",
            "An ETRN in the clear behind STARTTLS releases nothing")
        .covers("TLS-004", "SEC-014")
        .expects("the mail stays")
        .needs(PERMITTED, CONNECT_BACK, TLS)
        .releasesMail()
        .script(
            stage -> {
              stage.hold("waiting", stage.node(PERMITTED), 1);
              WireClient client = stage.connectInTheClear();
              client.step("clear-ehlo").line(client.identity().hello()).reply();
              client.step("etrn").send("STARTTLS\r\nETRN " + stage.node(PERMITTED) + "\r\n");
              inside(stage, client);
              stage.watch(stage.profile().quiet());
            })
        .judgedWhenGreeted(
            transcript ->
                offersInTheClear(transcript)
                    ? nothingMoved().judge(transcript)
                    : List.of(
                        Finding.notOffered("TLS-004", "EHLO in the clear does not list ETRN")));
  }

  private static Judge nothingMoved() {
    return Judges.all(
        transcript -> List.of(startTlsAccepted(transcript)),
        new StayJudge(
            "waiting", Finding.Assessment.BROKEN, "TLS-004", "it came after an injected ETRN"));
  }

  /** Returns true if ETRN is offered in the clear; otherwise mail moves for other reasons. */
  private static boolean offersInTheClear(Transcript transcript) {
    return Dialogue.first(transcript).firstReply("clear-ehlo").stream()
        .flatMap(reply -> reply.lines().stream())
        .anyMatch(line -> line.strip().equalsIgnoreCase("ETRN"));
  }

  /** Reads the 220, and any other reply in the clear; then continues inside TLS. */
  private static void inside(Stage stage, WireClient client) {
    boolean isReady = client.reply().filter(r -> r.code() == 220).isPresent();
    client.listen(stage.profile().quiet());
    if (isReady && client.startTls()) {
      client.step("inside").listen(stage.profile().quiet());
      client.step("noop").line("NOOP").reply();
      Scripts.quit(client);
    }
    client.close();
  }

  private static Finding startTlsAccepted(Transcript transcript) {
    return Dialogue.first(transcript).firstReply("etrn").filter(r -> r.code() == 220).isPresent()
        ? Finding.kept("TLS-004", "STARTTLS was answered 220")
        : Finding.unanswered("TLS-004", "STARTTLS was not answered 220");
  }

  private static Finding injected(String requirement, Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    List<Reply> clear = dialogue.replies("starttls");
    if (clear.isEmpty() || clear.get(0).code() != 220) {
      return clear.isEmpty()
          ? Finding.unanswered(requirement, "STARTTLS got no reply")
          : Finding.noted(requirement, "refused as a whole: " + TlsJudges.shown(clear.get(0)));
    }
    if (clear.size() > 1) {
      Reply second = clear.get(1);
      String observed = "what was injected got " + TlsJudges.shown(second) + " in the clear";
      // A server may punish early input, and says so before it closes.
      return second.firstDigit() >= 4 && dialogue.peerClosed()
          ? Finding.noted(requirement, observed + ", and the connection was closed")
          : Finding.broken(requirement, observed);
    }
    return inside(requirement, dialogue);
  }

  private static Finding inside(String requirement, Dialogue dialogue) {
    if (dialogue.handshake().filter(h -> h.isSecure()).isEmpty()) {
      return Finding.kept(requirement, "the connection was given up before TLS");
    }
    Optional<Reply> early = dialogue.firstReply("inside");
    int count = dialogue.replies("inside").size() + dialogue.replies("noop").size();
    if (early.isPresent() || count > 1) {
      Reply shown = early.orElseGet(() -> dialogue.replies("noop").get(0));
      return Finding.broken(
          requirement, "what was injected got " + TlsJudges.shown(shown) + " inside TLS");
    }
    return count == 1
        ? Finding.kept(requirement, "no reply to it, and NOOP inside TLS got one")
        : Finding.unanswered(requirement, "NOOP inside TLS got no reply");
  }
}
