package dev.etrn.suites.cases.limits;

import static dev.etrn.suites.catalogue.Need.LOGIN;
import static dev.etrn.suites.catalogue.Need.PERMITTED;
import static dev.etrn.suites.catalogue.Need.SESSION_LIMIT;
import static dev.etrn.suites.catalogue.Need.TLS;

import dev.etrn.suites.cases.Authentication;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.cases.SessionOpeningSteps;
import dev.etrn.suites.cases.Stage;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.judge.Judges;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.wire.client.WireClient;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The cases of session limits such as ALLOW_ETRNS_PER_SESSION. */
public final class LimitCases {

  private LimitCases() {}

  /** The number of ETRNs beyond the limit; it shows by how many a wrong limit is off. */
  private static final int BEYOND = 5;

  public static List<Case> all() {
    return List.of(beyond(), eachSession(), survivesReset(), survivesTls(), survivesAuth());
  }

  private static Case beyond() {
    return exact(
            "etrn.limits.beyond",
            "A session has exactly as many ETRNs accepted as its limit says",
            Stage::ehlo,
            (stage, client) -> {
              for (int i = 1; i < BEYOND; i++) {
                beyond(stage, client);
              }
            })
        .revision(2)
        .covers("DECL-004", "PMDF-012", "PMDF-013")
        .judgedWhenOffered(exactJudge());
  }

  private static Case eachSession() {
    return CaseBuilder.of("etrn.limits.each-session", "Each session has ETRNs of its own")
        .covers("DECL-004")
        .expects("as many accepted in the second session as in the first")
        .needs(PERMITTED, SESSION_LIMIT)
        .script(
            stage -> {
              WireClient first = stage.ehlo();
              WireClient second = stage.ehlo();
              within(stage, first);
              within(stage, second);
              Scripts.quit(first);
              Scripts.quit(second);
            })
        .judgedWhenOffered(LimitJudges.ofEachSession());
  }

  private static Case survivesReset() {
    return exact(
            "etrn.limits.survives-reset",
            "RSET, EHLO and HELO do not give a session new ETRNs",
            Stage::ehlo,
            (stage, client) -> {
              client.step("rset").line("RSET").reply();
              beyond(stage, client);
              client.step("again").line(client.identity().hello()).reply();
              beyond(stage, client);
              client.step("helo").line("HELO " + client.identity().ehlo()).reply();
            })
        .revision(2)
        .covers("DECL-004", "PMDF-042", "SEC-040", "PMDF-012")
        .judgedWhenOffered(exactJudge());
  }

  private static Case survivesTls() {
    return exact(
            "etrn.limits.survives-tls",
            "STARTTLS does not give a session new ETRNs",
            stage -> {
              WireClient client = stage.connectInTheClear();
              Scripts.enter(stage, client);
              return client;
            },
            (stage, client) -> {
              SessionOpeningSteps.startTls(client);
              Authentication.begin(stage.profile().security(), client);
              client.step("again").line(client.identity().hello()).reply();
            })
        .covers("DECL-004", "TLS-010", "PMDF-042", "SEC-040", "PMDF-012")
        .needs(PERMITTED, SESSION_LIMIT, TLS)
        .judgedWhenOffered(exactJudge());
  }

  private static Case survivesAuth() {
    return exact(
            "etrn.limits.survives-auth",
            "AUTH does not give a session new ETRNs",
            Scripts::encrypted,
            (stage, client) -> Scripts.authenticate(stage, client, "auth"))
        .covers("DECL-004", "PMDF-042", "SEC-040", "PMDF-012")
        .needs(PERMITTED, SESSION_LIMIT, LOGIN)
        .judgedWhenOfferedDespite421(unlessDemanded(exactJudge()));
  }

  /** Judges unless every ETRN needs AUTH first, since AUTH cannot lift a limit then. */
  private static Judge unlessDemanded(Judge judge) {
    return transcript ->
        Dialogue.first(transcript).firstReply("within").filter(r -> r.code() == 530).isPresent()
            ? List.of(Finding.notApplicable("DECL-004", "no ETRN is accepted before AUTH"))
            : judge.judge(transcript);
  }

  /**
   * Returns the builder of a case in which exactly the limit is accepted.
   *
   * @param between the steps between the last ETRN within the limit and one beyond it
   */
  private static CaseBuilder exact(
      String id,
      String title,
      Function<Stage, WireClient> session,
      BiConsumer<Stage, WireClient> between) {
    return CaseBuilder.of(id, title)
        .expects("limits.etrnsPerSession ETRNs accepted, then a refusal such as 458")
        .needs(PERMITTED, SESSION_LIMIT)
        .script(
            stage -> {
              WireClient client = session.apply(stage);
              within(stage, client);
              between.accept(stage, client);
              beyond(stage, client);
              Scripts.quit(client);
            });
  }

  private static void within(Stage stage, WireClient client) {
    int limit = stage.profile().etrnsPerSession().orElseThrow();
    for (int i = 0; i < limit && client.isOpen(); i++) {
      Scripts.ask(stage, client, "within", stage.request(PERMITTED));
    }
  }

  private static void beyond(Stage stage, WireClient client) {
    client.step("etrn").line(stage.request(PERMITTED)).reply();
  }

  private static Judge exactJudge() {
    return Judges.inStep("DECL-004", LimitJudges::exact);
  }
}
