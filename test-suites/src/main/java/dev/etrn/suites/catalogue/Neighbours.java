package dev.etrn.suites.catalogue;

import static dev.etrn.suites.catalogue.Strictness.ALWAYS;
import static dev.etrn.suites.catalogue.Strictness.NEVER;
import static dev.etrn.suites.catalogue.Strictness.STRICT;

import java.util.List;

/** What the specifications around RFC 1985 say of a session in which ETRN is used. */
final class Neighbours {

  private static final Spec SMTP = new Spec("RFC 5321");
  private static final Spec PIPELINING = new Spec("RFC 2920");
  private static final Spec STATUS_CODES = new Spec("RFC 2034");
  private static final Spec INTERNATIONAL = new Spec("RFC 6531");
  private static final Spec PMDF = new Spec("PMDF System Manager's Guide");

  private Neighbours() {}

  static List<Requirement> all() {
    return List.of(
        SMTP.should(
            "SMTP-001", NEVER, "4.1.4", "Commands that move no mail should work without EHLO."),
        SMTP.must(
            "SMTP-002", ALWAYS, "4.1.1.1", "HELO is supported, and its reply lists no extensions."),
        SMTP.must(
            "SMTP-003",
            ALWAYS,
            "4.2.4",
            "A verb that EHLO lists is not answered as unknown or unimplemented."),
        SMTP.should(
            "SMTP-004",
            STRICT,
            "4.2.4",
            "A verb that is not offered is answered 502, or 500 when it is not known."),
        SMTP.must("SMTP-007", ALWAYS, "4.1.4", "A later EHLO resets the session as RSET does."),
        SMTP.must("SMTP-009", ALWAYS, "4.1.1.5", "RSET is answered 250, and ends the transaction."),
        SMTP.should("SMTP-010", STRICT, "4.1.1", "Blanks before the line end are tolerated."),
        SMTP.implied(
            "SMTP-011",
            NEVER,
            "4.1.1",
            "One space stands between verb and argument; clients that send two are about."),
        SMTP.implied("SMTP-012", NEVER, "2.4", "Nothing stands before the verb."),
        SMTP.must("SMTP-013", STRICT, "2.3.8", "A line ends in CRLF, not in a bare LF."),
        SMTP.must("SMTP-014", ALWAYS, "2.3.8", "A bare CR does not end a line."),
        SMTP.must("SMTP-015", ALWAYS, "2.4", "Nothing is done before the line has ended."),
        SMTP.must("SMTP-016", ALWAYS, "4.5.3.1.4", "A command line of 512 octets is not too long."),
        SMTP.should(
            "SMTP-017",
            ALWAYS,
            "4.5.3.1.9",
            "A line that is too long gets one reply, and its tail is no command."),
        SMTP.should("SMTP-018", STRICT, "2.4", "Octets outside US-ASCII in a command are refused."),
        SMTP.must(
            "SMTP-019",
            STRICT,
            "4.1.2",
            "Characters that are not allowed in a domain are refused."),
        SMTP.must(
            "SMTP-022",
            ALWAYS,
            "4.2",
            "A reply begins with a code of three digits within the grammar."),
        SMTP.must("SMTP-023", ALWAYS, "4.2.1", "All lines of a reply have the same code."),
        SMTP.must("SMTP-025", ALWAYS, "4.5.3.1.5", "A reply line has 512 octets at most."),
        SMTP.must("SMTP-026", ALWAYS, "4.2", "Reply text is tab and printable US-ASCII."),
        SMTP.should("SMTP-027", NEVER, "4.2", "A reply has text after its code."),
        SMTP.must(
            "SMTP-028",
            STRICT,
            "3.8",
            "A server does not close a session without QUIT, 421 or good reason."),
        SMTP.must(
            "SMTP-031",
            ALWAYS,
            "4.2.4",
            "An unknown verb is answered 500 or 502, and the session goes on."),
        SMTP.must(
            "SMTP-037",
            ALWAYS,
            "6.1",
            "A message that was accepted is neither lost, doubled nor damaged."),
        PIPELINING.must("PIPE-002", STRICT, "3.2", "Input that came early is not lost."),
        PIPELINING.must("PIPE-003", ALWAYS, "3.2", "Replies come in the order of the commands."),
        PIPELINING.must(
            "PIPE-005", ALWAYS, "3.2", "How octets are cut into segments does not matter."),
        PIPELINING.implied(
            "PIPE-010",
            ALWAYS,
            "3.2",
            "MAIL and RCPT before an ETRN in one group keep their effect."),
        STATUS_CODES.must(
            "ESC-001",
            STRICT,
            "4",
            "With ENHANCEDSTATUSCODES, each 2yz, 4yz and 5yz reply begins with an enhanced code."),
        STATUS_CODES.must(
            "ESC-002",
            ALWAYS,
            "4",
            "The class of the enhanced code is the first digit of the code."),
        INTERNATIONAL.must(
            "IDN-001", STRICT, "3.2", "SMTPUTF8 allows no UTF-8 in the argument of ETRN."),
        PMDF.project(
            "PMDF-012",
            STRICT,
            "21.1.2",
            "A session has no more ETRNs accepted than its limit says."),
        new Spec("RFC 1985")
            .implied("SEC-037", STRICT, "5.1", "An ETRN that was refused starts nothing."));
  }
}
