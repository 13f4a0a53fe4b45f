package dev.etrn.suites.cases.keywords;

import static dev.etrn.suites.catalogue.Need.PERMITTED;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import java.util.List;

/** The cases of the keyword ETRN in the EHLO reply (RFC 1985 section 2). */
public final class KeywordCases {

  private KeywordCases() {}

  public static List<Case> all() {
    return List.of(
        CaseBuilder.of(
                "etrn.keywords.announced",
                "A server announces ETRN in its EHLO reply if it supports it, and only then")
            .covers("ETRN-001", "SMTP-003", "SMTP-004")
            .expects("ETRN listed and not answered 500 or 502, or neither")
            .needs(PERMITTED)
            .script(Scripts.accepted(stage -> List.of("ETRN " + stage.node(PERMITTED))))
            .judgedWhenGreeted(KeywordJudges::announcement),
        CaseBuilder.of(
                "etrn.keywords.no-parameters", "The EHLO keyword ETRN stands alone on its line")
            .covers("ETRN-002")
            .expects("a line that reads ETRN")
            .script(Scripts.oneSession(stage -> List.of()))
            .judgedWhenOffered(KeywordJudges::parameters),
        CaseBuilder.of("etrn.keywords.once", "The EHLO keyword ETRN is listed once")
            .covers("ETRN-003")
            .expects("one line")
            .script(Scripts.oneSession(stage -> List.of()))
            .judgedWhenOffered(KeywordJudges::count));
  }
}
