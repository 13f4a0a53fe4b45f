package dev.etrn.suites.cases.syntax;

import static dev.etrn.suites.catalogue.Need.PERMITTED;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.ReplyJudge;
import java.util.List;

/** The cases of names that are not fully qualified domain names, and of long names that are. */
public final class BadNameCases {

  private static final String LABEL_OF_63 = "a".repeat(63);

  private BadNameCases() {}

  public static List<Case> all() {
    return List.of(
        badName("empty-label", "a..b.test", "an empty label"),
        badName("leading-dot", ".b.test", "a leading dot"),
        badName("leading-hyphen", "-a.test", "a label that begins with a hyphen"),
        badName("trailing-hyphen", "a-.test", "a label that ends in a hyphen"),
        badName("underscore", "a_b.test", "an underscore"),
        badName("slash", "a/b.test", "a slash"),
        badName("long-label", LABEL_OF_63 + "a.test", "a label of 64 octets"),
        badName(
            "long-name", (LABEL_OF_63 + ".").repeat(4).substring(0, 251) + ".test", "256 octets"),
        unqualified(),
        trailingDot(),
        longest(),
        octets(
            "non-ascii",
            "b\u00C3\u00BCcher.test",
            "octets outside US-ASCII",
            "SMTP-018",
            "IDN-001",
            "SEC-021"),
        octets("nul", "a\0b.test", "a NUL octet", "SMTP-019", "ETRN-041", "SEC-020"),
        octets(
            "escape", "a\u001B[31mb.test", "a control octet", "SMTP-019", "ETRN-041", "SEC-020"));
  }

  private static Case badName(String id, String name, String defect) {
    return CaseBuilder.of("etrn.syntax." + id, "A node name with " + defect + " is a syntax error")
        .covers("ETRN-041", "ETRN-037")
        .expects("501")
        .script(Scripts.oneSession(stage -> List.of("ETRN " + name)))
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "ETRN-041")
                .keeps(Codes.SYNTAX_ERROR)
                .doubts(Codes.DECLINED, "declined as if it were a name; 501 was to be expected")
                .breaks(Codes.ACCEPTED));
  }

  private static Case octets(String id, String name, String defect, String... requirements) {
    return CaseBuilder.of("etrn.syntax." + id, "A node name with " + defect + " is refused")
        .covers(requirements)
        .expects("500 or 501")
        .script(Scripts.oneSession(stage -> List.of("ETRN " + name)))
        .judgedWhenOffered(
            ReplyJudge.of("etrn", requirements[0])
                .keeps(Codes.SYNTAX_ERROR)
                .doubts(
                    Codes.DECLINED, "declined as if it were a name; 500 or 501 was to be expected")
                .breaks(Codes.ACCEPTED));
  }

  private static Case unqualified() {
    return CaseBuilder.of("etrn.syntax.unqualified", "A node name without a dot is refused")
        .covers("ETRN-016", "ETRN-037", "SMTP-020")
        .expects("501, 500, 458 or 459")
        .script(Scripts.oneSession(stage -> List.of("ETRN localname")))
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "ETRN-016")
                .keeps(Codes.of(458, 459, 500, 501))
                .breaks(Codes.ACCEPTED));
  }

  private static Case trailingDot() {
    return CaseBuilder.of(
            "etrn.syntax.trailing-dot", "Whether a name may end in a dot is the server's choice")
        .covers("ETRN-046")
        .expects("501, or the same as without the dot")
        .needs(PERMITTED)
        .script(Scripts.oneSession(stage -> List.of("ETRN " + stage.node(PERMITTED) + ".")))
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "ETRN-046")
                .notes(Codes.ACCEPTED, "a trailing dot is taken")
                .notes(Codes.any(), "a trailing dot is refused"));
  }

  /** Returns the case of a name with 253 octets, the limit of a name in text form. */
  private static Case longest() {
    String name = (LABEL_OF_63 + ".").repeat(4).substring(0, 248) + ".test";
    return CaseBuilder.of(
            "etrn.syntax.longest-name", "A legal name of 253 octets is not refused for its length")
        .covers("ETRN-042")
        .expects("anything but 500")
        .script(Scripts.oneSession(stage -> List.of("ETRN " + name)))
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "ETRN-042").breaks(Codes.of(500)).keeps(Codes.any()));
  }
}
