package dev.etrn.suites.cases.keywords;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.wire.client.WireClient;
import java.util.List;

/** The cases of other keywords in the EHLO reply: registered ones, and ATRN. */
public final class ServiceCases {

  private ServiceCases() {}

  public static List<Case> all() {
    return List.of(
        CaseBuilder.of(
                "etrn.keywords.registered",
                "EHLO lists only keywords that are registered or begin with X")
            .covers("SMTP-006")
            .expects("no other keyword")
            .script(Scripts.oneSession(stage -> List.of()))
            .judgedWhenGreeted(RegisteredKeywords::judge),
        CaseBuilder.of("etrn.keywords.no-atrn", "A server for ETRN does not reverse roles")
            .covers("ODMR-010")
            .expects("no keyword ATRN, and 500 or 502 to the verb")
            .script(
                stage -> {
                  WireClient client = stage.ehlo();
                  client.step("atrn").line("ATRN client.example").reply();
                  Scripts.quit(client);
                })
            .judgedWhenOffered(KeywordJudges::atrn));
  }
}
