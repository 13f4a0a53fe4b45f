package dev.etrn.suites.cases.syntax;

import static dev.etrn.suites.catalogue.Need.PERMITTED;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Judges;
import dev.etrn.suites.judge.ReplyJudge;
import dev.etrn.suites.wire.client.WireClient;
import java.util.List;
import java.util.Locale;

/**
 * The cases of verbs, blanks, line ends and line lengths (RFC 5321 sections 2.3.8, 2.4, 4.5.3.1).
 */
public final class LineCases {

  private LineCases() {}

  public static List<Case> all() {
    return List.of(
        verbCase(),
        nodeCase(),
        similarVerbs(),
        trailingBlanks(),
        twoBlanks(),
        leadingBlank(),
        bareLf(),
        bareCr(),
        unfinished(),
        line512(),
        tooLong());
  }

  private static Case verbCase() {
    return CaseBuilder.of("etrn.syntax.verb-case", "The verb is understood in any case")
        .covers("ETRN-044")
        .expects("the same class of reply")
        .needs(PERMITTED)
        .script(
            Scripts.acceptedEach(
                stage ->
                    List.of(
                        "ETRN " + stage.node(PERMITTED),
                        "etrn " + stage.node(PERMITTED),
                        "EtRn " + stage.node(PERMITTED))))
        .judgedWhenOffered(LineJudges.sameClass("ETRN-044"));
  }

  private static Case nodeCase() {
    return CaseBuilder.of("etrn.syntax.node-case", "A node name is the same in any case")
        .covers("ETRN-045")
        .expects("the same class of reply")
        .needs(PERMITTED)
        .script(
            Scripts.acceptedEach(
                stage ->
                    List.of(
                        "ETRN " + stage.node(PERMITTED).toLowerCase(Locale.ROOT),
                        "ETRN " + stage.node(PERMITTED).toUpperCase(Locale.ROOT))))
        .judgedWhenOffered(LineJudges.sameClass("ETRN-045"));
  }

  private static Case similarVerbs() {
    return CaseBuilder.of("etrn.syntax.similar-verbs", "Verbs that only look like ETRN are unknown")
        .covers("SMTP-031")
        .expects("500 or 502")
        .needs(PERMITTED)
        .script(
            Scripts.sessions(
                stage ->
                    List.of(
                        "ETRNX " + stage.node(PERMITTED),
                        "ETR " + stage.node(PERMITTED),
                        "ETRN_" + stage.node(PERMITTED))))
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "SMTP-031").keeps(Codes.of(500, 502)).breaks(Codes.ACCEPTED));
  }

  private static Case trailingBlanks() {
    return CaseBuilder.of("etrn.syntax.trailing-blanks", "Blanks before the line end are tolerated")
        .covers("SMTP-010")
        .expects("the reply of the line without them")
        .needs(PERMITTED)
        .script(
            Scripts.acceptedEach(
                stage ->
                    List.of(
                        "ETRN " + stage.node(PERMITTED),
                        "ETRN " + stage.node(PERMITTED) + "  ",
                        "ETRN " + stage.node(PERMITTED) + "\t")))
        .judgedWhenOffered(LineJudges::toleratesTrailingBlanks);
  }

  private static Case twoBlanks() {
    return CaseBuilder.of(
            "etrn.syntax.two-blanks", "Two blanks before the name are taken or refused")
        .covers("SMTP-011")
        .expects("acceptance or refusal")
        .needs(PERMITTED)
        .script(Scripts.accepted(stage -> List.of("ETRN  " + stage.node(PERMITTED))))
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "SMTP-011")
                .keeps(Codes.ACCEPTED)
                .notes(Codes.any(), "clients of libESMTP send two blanks"));
  }

  private static Case leadingBlank() {
    return CaseBuilder.of(
            "etrn.syntax.leading-blank", "A blank before the verb is not part of a command")
        .covers("SMTP-012")
        .expects("500")
        .needs(PERMITTED)
        .script(Scripts.oneSession(stage -> List.of(" ETRN " + stage.node(PERMITTED))))
        .judgedWhenOffered(
            ReplyJudge.of("etrn", "SMTP-012")
                .keeps(Codes.of(500, 501, 502))
                .notes(Codes.any(), "the blank is tolerated"));
  }

  private static Case bareLf() {
    return CaseBuilder.of("etrn.syntax.bare-lf", "A bare LF does not end an ETRN line")
        .covers("SMTP-013")
        .expects("no success before CRLF")
        .needs(PERMITTED)
        .script(
            stage -> {
              WireClient client = stage.ehlo();
              client.step("lf").send("ETRN " + stage.node(PERMITTED) + "\n");
              client.listen(stage.profile().quiet());
              client.step("etrn").send("\r\n").reply();
            })
        .judgedWhenOffered(LineJudges::bareLf);
  }

  private static Case bareCr() {
    return CaseBuilder.of("etrn.syntax.bare-cr", "A bare CR does not end an ETRN line")
        .covers("SMTP-014")
        .expects("one reply")
        .needs(PERMITTED)
        .script(
            stage -> {
              WireClient client = stage.ehlo();
              client.step("etrn").send("ETRN " + stage.node(PERMITTED) + "\rNOOP\r\n").reply();
              client.listen(stage.profile().quiet());
            })
        .judgedWhenOffered(LineJudges::bareCr);
  }

  private static Case unfinished() {
    return CaseBuilder.of(
            "etrn.syntax.unfinished-line", "Nothing is answered before the line has ended")
        .covers("SMTP-015")
        .expects("no reply before CRLF, one after it")
        .needs(PERMITTED)
        .script(
            stage -> {
              WireClient client = stage.ehlo();
              client.step("unfinished").send("ETRN " + stage.node(PERMITTED));
              client.listen(stage.profile().quiet());
              client.step("etrn").send("\r\n").reply();
            })
        .judgedWhenOffered(LineJudges::unfinished);
  }

  private static Case line512() {
    return CaseBuilder.of(
            "etrn.syntax.line-of-512", "A line of 512 octets is not refused for its length")
        .covers("SMTP-016")
        .expects("not the reply of a line that is too long")
        .script(
            stage -> {
              WireClient client = stage.ehlo();
              client.step("etrn").line("ETRN " + "a".repeat(505)).reply();
              client.step("long").line("ETRN " + "a".repeat(1995)).reply();
            })
        .judgedWhenOffered(LineJudges::line512);
  }

  private static Case tooLong() {
    return CaseBuilder.of(
            "etrn.syntax.line-too-long",
            "A line that is too long gets one reply, and its tail is not a command")
        .covers("SMTP-017")
        .expects("one refusal for each line, and 250 to NOOP")
        .script(
            stage -> {
              WireClient client = stage.ehlo();
              for (int size : List.of(513, 1000, 2048, 4096)) {
                client.step("etrn").line("ETRN " + "a".repeat(size - 7)).reply();
              }
              client.step("noop").line("NOOP").reply();
              client.listen(stage.profile().quiet());
            })
        .judgedWhenOfferedDespite421(
            Judges.all(
                LineJudges::oneReplyToEach,
                ReplyJudge.of("etrn", "SMTP-017")
                    .keeps(Codes.REFUSED)
                    // RFC 5321 section 4.5.3.1 advises against limits where possible.
                    .notes(Codes.ACCEPTED, "the whole line was taken")));
  }
}
