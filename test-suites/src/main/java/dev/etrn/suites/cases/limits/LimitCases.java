package dev.etrn.suites.cases.limits;

import static dev.etrn.suites.catalogue.Need.LOGIN;
import static dev.etrn.suites.catalogue.Need.PERMITTED;
import static dev.etrn.suites.catalogue.Need.SESSION_LIMIT;
import static dev.etrn.suites.catalogue.Need.TLS;

import dev.etrn.suites.cases.Authentication;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.cases.Stage;
import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.judge.Judges;
import dev.etrn.suites.judge.ReplyJudge;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.wire.WireClient;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** ALLOW_ETRNS_PER_SESSION and its likes. */
public final class LimitCases {

  private LimitCases() {}

  public static List<Case> all() {
    return List.of(
        judged(
            beyond(
                    "etrn.limits.beyond",
                    "The first ETRN beyond the session's limit is refused",
                    Stage::ehlo,
                    (stage, client) -> {})
                .covers("PMDF-012", "PMDF-013")),
        judged(
            beyond(
                    "etrn.limits.survives-reset",
                    "RSET and EHLO do not give a session new ETRNs",
                    Stage::ehlo,
                    (stage, client) -> {
                      client.step("rset").line("RSET").reply();
                      client.step("again").line(client.identity().hello()).reply();
                    })
                .covers("PMDF-012", "PMDF-042", "SEC-040")),
        survivesTls(),
        survivesAuth());
  }

  private static Case survivesTls() {
    return judged(
        beyond(
                "etrn.limits.survives-tls",
                "STARTTLS does not give a session new ETRNs",
                stage -> {
                  WireClient client = stage.connectInTheClear();
                  Scripts.enter(stage, client);
                  return client;
                },
                (stage, client) -> {
                  Scripts.startTls(client);
                  Authentication.begin(stage.profile().security(), client);
                  client.step("again").line(client.identity().hello()).reply();
                })
            .covers("TLS-010", "PMDF-042", "SEC-040", "PMDF-012")
            .needs(PERMITTED, SESSION_LIMIT, TLS));
  }

  private static Case survivesAuth() {
    return unlessDemanded(
        beyond(
                "etrn.limits.survives-auth",
                "AUTH does not give a session new ETRNs",
                Scripts::encrypted,
                (stage, client) -> Scripts.authenticate(stage, client, "auth"))
            .covers("PMDF-042", "SEC-040", "PMDF-012")
            .needs(PERMITTED, SESSION_LIMIT, LOGIN));
  }

  /** Where every ETRN wants AUTH first there is no limit that AUTH could lift. */
  private static Case unlessDemanded(CaseBuilder builder) {
    return builder.judgedDespiteFarewell(
        transcript ->
            Dialogue.first(transcript).firstReply("within").filter(r -> r.code() == 530).isPresent()
                ? List.of(Finding.notApplicable("PMDF-042", "no ETRN is accepted before AUTH"))
                : limited().judge(transcript));
  }

  private static CaseBuilder beyond(
      String id,
      String title,
      Function<Stage, WireClient> session,
      BiConsumer<Stage, WireClient> between) {
    return CaseBuilder.of(id, title)
        .expects("458")
        .needs(PERMITTED, SESSION_LIMIT)
        .script(
            stage -> {
              WireClient client = session.apply(stage);
              int limit = stage.profile().etrnsPerSession().orElseThrow();
              for (int i = 0; i < limit; i++) {
                client.step("within").line(stage.request(PERMITTED)).reply();
              }
              between.accept(stage, client);
              client.step("etrn").line(stage.request(PERMITTED)).reply();
              Scripts.quit(client);
            });
  }

  private static Case judged(CaseBuilder builder) {
    return builder.judgedBy(limited());
  }

  private static Judge limited() {
    return Judges.inStep(
        "PMDF-012",
        Judges.all(
            ReplyJudge.of("within", "PMDF-012")
                .keeps(Codes.ACCEPTED)
                .needs(Codes.ACCEPTED, "although the configured limit is not reached"),
            ReplyJudge.of("etrn", "PMDF-012")
                .keeps(Codes.of(458))
                .breaks(Codes.ACCEPTED)
                .doubts(Codes.REFUSED, "458 tells a client best to come again")));
  }
}
