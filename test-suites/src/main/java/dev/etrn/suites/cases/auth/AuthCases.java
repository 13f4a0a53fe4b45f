package dev.etrn.suites.cases.auth;

import static dev.etrn.suites.catalogue.Need.DENIED;
import static dev.etrn.suites.catalogue.Need.LOGIN;
import static dev.etrn.suites.catalogue.Need.PERMITTED;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.cases.SessionOpeningSteps;
import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Impediment;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.judge.Judges;
import dev.etrn.suites.judge.ReplyJudge;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.EhloReply;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.client.WireClient;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The cases of ETRN before, after and inside AUTH (RFC 4954). */
public final class AuthCases {

  private AuthCases() {}

  public static List<Case> all() {
    return List.of(demanded(), notTwice(), identity(), response());
  }

  private static Case demanded() {
    return CaseBuilder.of(
            "etrn.auth.demanded", "A server that wants authentication for ETRN says so with 530")
        .covers("AUTH-001", "SEC-029")
        .expects("530; or the server's decision, if it needs no authentication")
        .needs(PERMITTED)
        .script(
            stage -> {
              WireClient client = stage.connect();
              SessionOpeningSteps.ehlo(client);
              client.step("etrn").line("ETRN " + stage.node(PERMITTED)).reply();
              Scripts.quit(client);
            })
        .judgedWhenOfferedDespite421(
            ReplyJudge.of("etrn", "AUTH-001")
                .keeps(Codes.of(530))
                .notes(Codes.ACCEPTED, "no authentication is wanted")
                .notes(Codes.any(), "refused without a demand for authentication"));
  }

  private static Case notTwice() {
    return CaseBuilder.of(
            "etrn.auth.out-of-place",
            "AUTH is refused inside a transaction, and once it has succeeded")
        .covers("AUTH-002", "DECL-008")
        .expects("503, or another refusal")
        .needs(LOGIN)
        .script(
            stage -> {
              WireClient client = Scripts.encrypted(stage);
              if (beginsTransaction(client)) {
                Scripts.authenticate(stage, client, "inside");
                client.step("rset").line("RSET").reply();
              }
              Scripts.authenticate(stage, client, "auth");
              Scripts.authenticate(stage, client, "again");
              Scripts.quit(client);
            })
        .judgedWhenGreetedDespite421(
            whenOffered(
                "AUTH-002",
                Judges.all(
                    insideTransaction(),
                    transcript ->
                        isAnswered(Dialogue.first(transcript), "auth", 235)
                            ? refused(lastStep(transcript, "again")).judge(transcript)
                            : List.of(notAuthenticated(Dialogue.first(transcript))))));
  }

  /** DECL-008: the user can authenticate; after 4yz that may work the next time. */
  private static Finding notAuthenticated(Dialogue dialogue) {
    Optional<Reply> reply = dialogue.firstReply("auth");
    String observed =
        "the user of auth cannot authenticate: "
            + reply.map(r -> r.code() + " " + r.text()).orElse("no reply");
    return reply.filter(r -> r.firstDigit() == 5).isPresent()
        ? Finding.broken("DECL-008", observed)
        : Finding.inconclusive("AUTH-002", observed)
            .dueTo(
                reply.isPresent() ? Impediment.of(reply.get()) : Optional.of(Impediment.NO_REPLY));
  }

  private static boolean beginsTransaction(WireClient client) {
    return client
        .step("mail")
        .line(client.identity().mail())
        .reply()
        .filter(reply -> reply.code() == 250)
        .isPresent();
  }

  private static Judge insideTransaction() {
    return transcript ->
        isAnswered(Dialogue.first(transcript), "mail", 250)
            ? refused(lastStep(transcript, "inside")).judge(transcript)
            : List.of(Finding.noted("AUTH-002", "MAIL is not accepted before AUTH"));
  }

  /** Returns the last step that AUTH reached; LOGIN has two steps before the named one. */
  private static String lastStep(Transcript transcript, String step) {
    Dialogue dialogue = Dialogue.first(transcript);
    return Stream.of(step, step + "-user", step + "-begin")
        .filter(dialogue::has)
        .findFirst()
        .orElse(step);
  }

  private static ReplyJudge refused(String step) {
    return ReplyJudge.of(step, "AUTH-002").keeps(Codes.REFUSED).breaks(Codes.of(235));
  }

  private static Case identity() {
    return CaseBuilder.of(
            "etrn.auth.identity", "Rights follow the identity, not the name given with EHLO")
        .covers("AUTH-003", "DECL-002")
        .expects("458 or 459 for a node of someone else")
        .needs(DENIED, LOGIN)
        .script(
            stage -> {
              WireClient client = Scripts.encrypted(stage);
              Scripts.authenticate(stage, client, "auth");
              client.step("again").line("EHLO " + stage.node(DENIED)).reply();
              client.step("etrn").line("ETRN " + stage.node(DENIED)).reply();
              Scripts.quit(client);
            })
        .judgedWhenGreeted(whenOffered("AUTH-003", AuthCases::asTheUser));
  }

  private static List<Finding> asTheUser(Transcript transcript) {
    Dialogue dialogue = Dialogue.first(transcript);
    if (!isAnswered(dialogue, "auth", 235)) {
      return List.of(Finding.referred("AUTH-003", "etrn.auth.out-of-place"));
    }
    // Some servers list ETRN only after AUTH.
    return EhloReply.of(dialogue.firstReply("again")).lists("ETRN")
        ? ReplyJudge.of("etrn", "AUTH-003")
            .keeps(Codes.DECLINED)
            .breaks(Codes.ACCEPTED)
            .breaks(Codes.ACCEPTED, "DECL-002", "nodes.denied says that it is refused")
            .notes(Codes.REFUSED, "refused with another code than 458 or 459")
            .judge(transcript)
        : List.of(Finding.notOffered("AUTH-003", "EHLO does not list ETRN"));
  }

  private static Case response() {
    return CaseBuilder.of(
            "etrn.auth.response", "A line that reads ETRN inside an AUTH exchange is a response")
        .covers("AUTH-005")
        .expects("501 or 535, and no ETRN")
        .needs(PERMITTED)
        .script(
            stage -> {
              WireClient client = Scripts.encrypted(stage);
              boolean isChallenged =
                  client
                      .step("auth")
                      .line("AUTH PLAIN")
                      .reply()
                      .filter(r -> r.code() == 334)
                      .isPresent();
              if (isChallenged) {
                client.step("etrn").line("ETRN " + stage.node(PERMITTED)).reply();
              }
              Scripts.quit(client);
            })
        .judgedWhenGreeted(
            whenOffered(
                "AUTH-005",
                transcript ->
                    isAnswered(Dialogue.first(transcript), "auth", 334)
                        ? ReplyJudge.of("etrn", "AUTH-005")
                            .keeps(code -> code / 100 == 5)
                            .breaks(Codes.of(250, 251, 252, 253))
                            .judge(transcript)
                        : List.of(
                            Finding.notApplicable(
                                "AUTH-005", "AUTH PLAIN does not ask for a response here"))));
  }

  private static Judge whenOffered(String requirement, Judge judge) {
    return transcript ->
        Dialogue.first(transcript).keywords().contains("AUTH")
            ? judge.judge(transcript)
            : List.of(Finding.notApplicable(requirement, "EHLO does not list AUTH"));
  }

  private static boolean isAnswered(Dialogue dialogue, String step, int code) {
    return dialogue.firstReply(step).map(Reply::code).filter(c -> c == code).isPresent();
  }
}
