package dev.etrn.suites.cases.keywords;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.wire.client.WireClient;
import java.util.List;

/** What else EHLO says: which keywords there are, and that this is no service for ATRN. */
public final class ServiceCases {

  private ServiceCases() {}

  public static List<Case> all() {
    return List.of(
        CaseBuilder.of(
                "etrn.keywords.registered",
                "EHLO lists registered keywords, or such as begin with X")
            .covers("SMTP-006")
            .expects("no other keyword")
            .script(Scripts.oneSession(s -> List.of()))
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
            .judgedBy(KeywordJudges::atrn));
  }
}
