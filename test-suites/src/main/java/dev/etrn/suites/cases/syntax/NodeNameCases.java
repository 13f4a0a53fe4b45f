package dev.etrn.suites.cases.syntax;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Judges;
import dev.etrn.suites.judge.ReplyJudge;
import java.util.List;

/** The cases of unusual names that are valid, and of address literals. */
public final class NodeNameCases {

  private NodeNameCases() {}

  public static List<Case> all() {
    return List.of(digits(), aLabels(), literals(), badLiterals());
  }

  private static Case digits() {
    return CaseBuilder.of("etrn.syntax.digits", "A label may begin with a digit")
        .covers("SMTP-039")
        .expects("anything but 500 or 501")
        .script(Scripts.oneSession(stage -> List.of("ETRN 3com.test", "ETRN 1.2.test")))
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "SMTP-039").breaks(Codes.SYNTAX_ERROR).keeps(Codes.any()));
  }

  private static Case aLabels() {
    return CaseBuilder.of(
            "etrn.syntax.a-labels", "A name of A-labels is a name like any other, in any case")
        .covers("IDN-002", "IDN-004")
        .expects("anything but 500 or 501, and the same class for both")
        .script(
            Scripts.oneSession(
                stage -> List.of("ETRN xn--bcher-kva.test", "ETRN XN--BCHER-KVA.TEST")))
        .judgedWhenOffered(
            Judges.all(
                ReplyJudge.of("etrn", "IDN-002").breaks(Codes.SYNTAX_ERROR).keeps(Codes.any()),
                LineJudges.sameClass("IDN-004")));
  }

  private static Case literals() {
    return CaseBuilder.of(
            "etrn.syntax.address-literals", "Address literals as nodes are the server's choice")
        .covers("SMTP-021")
        .expects("either; RFC 1985 knows domain names only")
        .script(
            Scripts.oneSession(
                stage -> List.of("ETRN [192.0.2.1]", "ETRN [IPv6:2001:db8::1]", "ETRN 192.0.2.1")))
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "SMTP-021")
                .keeps(Codes.SYNTAX_ERROR)
                .notes(Codes.ACCEPTED, "literals are taken")
                .notes(Codes.REFUSED, "literals are read, and declined"));
  }

  private static Case badLiterals() {
    return CaseBuilder.of(
            "etrn.syntax.bad-literals", "What only looks like an address literal is refused")
        .covers("SMTP-021")
        .expects("no 25x")
        .script(
            Scripts.oneSession(
                stage ->
                    List.of(
                        "ETRN [300.1.1.1]", "ETRN [IPv6:::::]", "ETRN [2001:db8::1]", "ETRN [")))
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "SMTP-021")
                .keeps(Codes.REFUSED)
                .notes(Codes.ACCEPTED, "accepted, though it is not an address"));
  }
}
