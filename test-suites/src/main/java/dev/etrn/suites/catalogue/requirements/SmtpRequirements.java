package dev.etrn.suites.catalogue.requirements;

import static dev.etrn.suites.catalogue.Strictness.ALWAYS;
import static dev.etrn.suites.catalogue.Strictness.NEVER;
import static dev.etrn.suites.catalogue.Strictness.STRICT;

import dev.etrn.suites.catalogue.Requirement;
import java.util.List;
import java.util.stream.Stream;

/**
 * The requirements of RFC 5321, "Simple Mail Transfer Protocol", of RFC 1123 on names, and of RFC
 * 6152 on 8-bit content.
 */
final class SmtpRequirements {

  private static final RequirementFactory RFC = new RequirementFactory("RFC 5321");
  private static final RequirementFactory HOSTS = new RequirementFactory("RFC 1123");
  private static final RequirementFactory EIGHT_BIT = new RequirementFactory("RFC 6152");

  private SmtpRequirements() {}

  static List<Requirement> all() {
    return Stream.of(session(), lines(), replies(), delivery()).flatMap(List::stream).toList();
  }

  private static List<Requirement> session() {
    return List.of(
        RFC.should(
            "SMTP-001", NEVER, "4.1.4", "Commands that move no mail should work without EHLO."),
        RFC.must(
            "SMTP-002", ALWAYS, "4.1.1.1", "HELO is supported, and its reply lists no extensions."),
        RFC.must(
            "SMTP-003",
            ALWAYS,
            "4.2.4",
            "A verb that EHLO lists is not answered as unknown or unimplemented."),
        RFC.should(
            "SMTP-004",
            STRICT,
            "4.2.4",
            "A verb that is not offered is answered 502, or 500 when it is not known."),
        RFC.must(
                "SMTP-005",
                STRICT,
                "4.1.1.1",
                "A client reads EHLO keywords without regard to case.")
            .unitTested("EtrnClientTest#asksForEachNodeWhateverTheReplyToTheOneBefore"),
        RFC.must(
            "SMTP-006",
            NEVER,
            "2.2.2",
            "EHLO offers only keywords that are registered or begin with X."),
        RFC.must("SMTP-007", ALWAYS, "4.1.4", "A later EHLO resets the session as RSET does."),
        RFC.must(
            "SMTP-008", STRICT, "4.1.4", "An EHLO that is refused leaves the session as it was."),
        RFC.must("SMTP-009", ALWAYS, "4.1.1.5", "RSET is answered 250, and ends the transaction."));
  }

  private static List<Requirement> lines() {
    return List.of(
        RFC.should("SMTP-010", STRICT, "4.1.1", "Blanks before the line end are tolerated."),
        RFC.implied(
            "SMTP-011",
            NEVER,
            "4.1.1",
            "One space stands between verb and argument; some clients send two."),
        RFC.implied("SMTP-012", NEVER, "2.4", "Nothing stands before the verb."),
        RFC.must("SMTP-013", STRICT, "2.3.8", "A line ends in CRLF, not in a bare LF."),
        RFC.must("SMTP-014", ALWAYS, "2.3.8", "A bare CR does not end a line."),
        RFC.must("SMTP-015", ALWAYS, "2.4", "Nothing is done before the line has ended."),
        RFC.must("SMTP-016", ALWAYS, "4.5.3.1.4", "A command line of 512 octets is not too long."),
        RFC.should(
            "SMTP-017",
            ALWAYS,
            "4.5.3.1.9",
            "A line that is too long gets one reply, and its tail is not a command."),
        RFC.should("SMTP-018", STRICT, "2.4", "Octets outside US-ASCII in a command are refused."),
        RFC.must(
            "SMTP-019",
            STRICT,
            "4.1.2",
            "Characters that are not allowed in a domain are refused."),
        RFC.must(
            "SMTP-020",
            STRICT,
            "2.3.5",
            "Names are fully qualified; local nicknames are not used."),
        RFC.may(
            "SMTP-021",
            "4.1.3",
            "Address literals stand outside what ETRN takes; some servers accept them."));
  }

  private static List<Requirement> replies() {
    return List.of(
        RFC.must(
            "SMTP-022",
            ALWAYS,
            "4.2",
            "A reply begins with a code of three digits within the grammar."),
        RFC.must("SMTP-023", ALWAYS, "4.2.1", "All lines of a reply have the same code."),
        RFC.may(
                "SMTP-024",
                "4.2",
                "A reply may have several lines, and a client reads them as one.")
            .unitTested("ReplyReaderTest#readsRepliesOfOneAndOfSeveralLines"),
        RFC.should("SMTP-025", STRICT, "4.5.3.1.5", "A reply line has 512 octets at most."),
        RFC.must("SMTP-026", ALWAYS, "4.2", "Reply text is tab and printable US-ASCII."),
        RFC.should("SMTP-027", NEVER, "4.2", "A reply has text after its code."),
        RFC.must(
            "SMTP-028",
            ALWAYS,
            "3.8",
            "A server does not close a session without QUIT, 421 or good reason."),
        RFC.should(
            "SMTP-029",
            NEVER,
            "4.5.3.2.7",
            "A server waits five minutes for the next command at least."),
        RFC.must(
            "SMTP-030",
            ALWAYS,
            "4.1.4",
            "A command that cannot be processed where it comes is answered 503, and changes"
                + " nothing."),
        RFC.must(
            "SMTP-031",
            ALWAYS,
            "4.2.4",
            "An unknown verb is answered 500 or 502, and the session goes on."),
        RFC.must(
                "SMTP-032",
                STRICT,
                "3.1",
                "A server that greets with 554 answers 503 to all but QUIT.")
            .untestable("a target that greets so offers nothing to test, and is not tested"),
        RFC.must(
            "SMTP-033", NEVER, "4.3.1", "The server greets first, and the client waits for that."),
        RFC.must("SMTP-042", ALWAYS, "4.1.1.9", "NOOP is answered 250."),
        RFC.must("SMTP-043", ALWAYS, "4.1.1.10", "QUIT is answered 221, and the session ends."),
        RFC.must("SMTP-044", ALWAYS, "2.3.8", "Each line that a server sends ends in CRLF."),
        RFC.should(
            "SMTP-045",
            NEVER,
            "4.3.2",
            "The code of a success is one that belongs to its command."),
        RFC.must("SMTP-046", ALWAYS, "4.2", "Every command has exactly one reply."));
  }

  private static List<Requirement> delivery() {
    return List.of(
        RFC.should(
                "SMTP-034",
                NEVER,
                "4.5.4.1",
                "A host that was not reached is left alone for a while, even where ETRN asks.")
            .unitTested("JobControllerTest#leavesADeadNodeAloneHoweverOftenItIsAskedFor"),
        RFC.must(
                "SMTP-035",
                NEVER,
                "5.1",
                "Mail goes to the mail exchangers of its domain, in the order of their preference.")
            .untestable("needs control of the DNS that the target asks"),
        RFC.must(
                "SMTP-036",
                STRICT,
                "5.1",
                "A relay does not deliver to itself or to less preferred exchangers.")
            .untestable("needs control of the DNS that the target asks"),
        RFC.must(
            "SMTP-037",
            ALWAYS,
            "6.1",
            "A message that was accepted is neither lost, doubled nor damaged."),
        RFC.implied(
            "SMTP-038", STRICT, "7.3", "What exists is not disclosed to strangers, as with VRFY."),
        HOSTS.must("SMTP-039", STRICT, "2.1", "A label may begin with a digit."),
        RFC.must(
            "SMTP-040", ALWAYS, "4.5.2", "A line that begins with a dot arrives as it was sent."),
        EIGHT_BIT.must(
            "SMTP-041",
            ALWAYS,
            "3",
            "8-bit content that was accepted with BODY=8BITMIME arrives unchanged."));
  }
}
