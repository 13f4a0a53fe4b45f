package dev.etrn.suites.cases.syntax;

import static dev.etrn.suites.catalogue.Need.PERMITTED;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Judges;
import dev.etrn.suites.judge.ReplyJudge;
import java.util.List;

/** The cases of the number and the forms of ETRN's argument (RFC 1985 sections 5 and 5.3). */
public final class ArgumentCases {

  private ArgumentCases() {}

  public static List<Case> all() {
    return List.of(
        twoArguments(),
        forms(),
        shortest(),
        blankAfterOption(),
        undefinedOptions(),
        twoOptions(),
        optionWithoutName(),
        addressForms());
  }

  private static Case twoArguments() {
    return CaseBuilder.of("etrn.syntax.two-arguments", "ETRN with two arguments is a syntax error")
        .covers("ETRN-005", "ETRN-037")
        .expects("500 or 501")
        .needs(PERMITTED)
        .script(Scripts.oneSession(stage -> List.of("ETRN " + stage.node(PERMITTED) + " extra")))
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "ETRN-005").keeps(Codes.SYNTAX_ERROR).breaks(Codes.ACCEPTED));
  }

  private static Case forms() {
    return CaseBuilder.of(
            "etrn.syntax.forms", "ETRN node, ETRN @node and ETRN #queue are understood")
        .covers("ETRN-006", "DECL-006")
        .expects("anything but 500")
        .needs(PERMITTED)
        .script(
            Scripts.sessions(
                stage ->
                    List.of(
                        "ETRN " + stage.node(PERMITTED),
                        "ETRN @" + stage.node(PERMITTED),
                        "ETRN #" + stage.nodes().queue().orElse("tcp_local"))))
        .judgedWhenOffered(
            Judges.all(
                ReplyJudge.of("etrn", "ETRN-006").breaks(Codes.of(500)).keeps(Codes.any()),
                LineJudges::formsAsDeclared));
  }

  private static Case shortest() {
    return CaseBuilder.of(
            "etrn.syntax.shortest-names", "The shortest names are understood in all three forms")
        .covers("ETRN-043")
        .expects("anything but 500")
        .script(Scripts.sessions(stage -> List.of("ETRN a.b", "ETRN @a.b", "ETRN #q")))
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "ETRN-043").breaks(Codes.of(500)).keeps(Codes.any()));
  }

  private static Case blankAfterOption() {
    return CaseBuilder.of(
            "etrn.syntax.blank-after-option",
            "Nothing stands between the option character and the name")
        .covers("ETRN-007")
        .expects("500 or 501")
        .needs(PERMITTED)
        .script(Scripts.oneSession(stage -> List.of("ETRN @ " + stage.node(PERMITTED))))
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "ETRN-007")
                .keeps(Codes.SYNTAX_ERROR)
                .notes(Codes.any(), "the blank is tolerated or the request declined"));
  }

  private static Case undefinedOptions() {
    return CaseBuilder.of(
            "etrn.syntax.undefined-options", "Option characters other than @ and # are refused")
        .covers("ETRN-008", "ETRN-037")
        .expects("501, 500, 458 or 459")
        .needs(PERMITTED)
        .script(
            Scripts.sessions(
                stage ->
                    List.of(
                        "ETRN !" + stage.node(PERMITTED),
                        "ETRN %" + stage.node(PERMITTED),
                        "ETRN +" + stage.node(PERMITTED),
                        "ETRN *")))
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "ETRN-008")
                .keeps(Codes.of(458, 459, 500, 501))
                .breaks(Codes.ACCEPTED));
  }

  private static Case twoOptions() {
    return CaseBuilder.of("etrn.syntax.two-options", "Two option characters are refused")
        .covers("ETRN-009", "ETRN-037")
        .expects("501, 500, 458 or 459")
        .needs(PERMITTED)
        .script(
            Scripts.sessions(
                stage ->
                    List.of(
                        "ETRN @@" + stage.node(PERMITTED),
                        "ETRN #@" + stage.node(PERMITTED),
                        "ETRN @#" + stage.nodes().queue().orElse("tcp_local"))))
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "ETRN-009")
                .keeps(Codes.of(458, 459, 500, 501))
                .doubts(Codes.ACCEPTED, "what this releases is not shown by the reply"));
  }

  private static Case optionWithoutName() {
    return CaseBuilder.of(
            "etrn.syntax.option-without-name",
            "An option character without a name is a syntax error")
        .covers("ETRN-040", "ETRN-037")
        .expects("500 or 501")
        .script(Scripts.sessions(stage -> List.of("ETRN @", "ETRN #")))
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "ETRN-040")
                .keeps(Codes.SYNTAX_ERROR)
                .breaks(Codes.ACCEPTED)
                .notes(Codes.REFUSED, "refused with another code than 500 or 501"));
  }

  private static Case addressForms() {
    return CaseBuilder.of("etrn.syntax.no-address", "Addresses and URLs are not node names")
        .covers("ETRN-063", "ETRN-037")
        .expects("501")
        .needs(PERMITTED)
        .script(
            Scripts.sessions(
                stage ->
                    List.of(
                        "ETRN <" + stage.node(PERMITTED) + ">",
                        "ETRN user@" + stage.node(PERMITTED),
                        "ETRN mailto:user@" + stage.node(PERMITTED))))
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "ETRN-063")
                .keeps(Codes.SYNTAX_ERROR)
                .breaks(Codes.ACCEPTED)
                .notes(Codes.REFUSED, "refused with another code than 501"));
  }
}
