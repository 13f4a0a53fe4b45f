package dev.etrn.suites.cases.limits;

import static dev.etrn.suites.catalogue.Need.PERMITTED;
import static dev.etrn.suites.catalogue.Need.SESSION_LIMIT;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Judges;
import dev.etrn.suites.judge.ReplyJudge;
import dev.etrn.suites.wire.WireClient;
import java.util.List;

/** ALLOW_ETRNS_PER_SESSION and its likes. */
public final class LimitCases {

  private LimitCases() {}

  public static List<Case> all() {
    return List.of(
        beyond("etrn.limits.beyond", "The first ETRN beyond the session's limit is refused", false),
        beyond(
            "etrn.limits.survives-reset", "RSET and EHLO do not give a session new ETRNs", true));
  }

  private static Case beyond(String id, String title, boolean resets) {
    return CaseBuilder.of(id, title)
        .covers("PMDF-012")
        .expects("458")
        .needs(PERMITTED, SESSION_LIMIT)
        .script(
            stage -> {
              WireClient client = stage.ehlo();
              int limit = stage.profile().etrnsPerSession().orElseThrow();
              for (int i = 0; i < limit; i++) {
                client.step("within").line("ETRN " + stage.node(PERMITTED)).reply();
              }
              if (resets) {
                client.step("rset").line("RSET").reply();
                client.step("again").line("EHLO client.example").reply();
              }
              client.step("etrn").line("ETRN " + stage.node(PERMITTED)).reply();
              Scripts.quit(client);
            })
        .judgedBy(
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
