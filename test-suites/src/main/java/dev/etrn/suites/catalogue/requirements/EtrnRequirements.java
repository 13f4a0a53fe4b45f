package dev.etrn.suites.catalogue.requirements;

import static dev.etrn.suites.catalogue.Strictness.ALWAYS;
import static dev.etrn.suites.catalogue.Strictness.NEVER;
import static dev.etrn.suites.catalogue.Strictness.STRICT;

import dev.etrn.suites.catalogue.Requirement;
import java.util.List;
import java.util.stream.Stream;

/** The requirements of RFC 1985, "SMTP Service Extension for Remote Message Queue Starting". */
final class EtrnRequirements {

  private static final RequirementFactory RFC = new RequirementFactory("RFC 1985");

  private EtrnRequirements() {}

  static List<Requirement> all() {
    return Stream.of(
            announcement(), command(), node(), processing(), codes(), syntax(), forms(), sessions())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Requirement> announcement() {
    return List.of(
        RFC.must(
            "ETRN-001",
            STRICT,
            "2",
            "A server that does ETRN lists the keyword ETRN in its EHLO reply."),
        RFC.must("ETRN-002", STRICT, "2", "The keyword ETRN has no parameters."),
        RFC.must("ETRN-003", NEVER, "2", "The keyword is listed once."),
        RFC.implied("ETRN-004", NEVER, "2", "The extension adds one verb, ETRN, and no other.")
            .untestable("a verb cannot be shown to come from this extension"));
  }

  private static List<Requirement> command() {
    return List.of(
        RFC.implied("ETRN-005", STRICT, "2", "ETRN takes exactly one parameter."),
        RFC.must(
            "ETRN-006",
            STRICT,
            "5",
            "The line is ETRN, a space, an optional option character, the name, CRLF."),
        RFC.implied(
            "ETRN-007", NEVER, "5", "Nothing stands between the option character and the name."),
        RFC.implied("ETRN-008", STRICT, "5.3", "Only @ and # are option characters."),
        RFC.implied("ETRN-009", STRICT, "5", "There is one option character at most."),
        RFC.must(
            "ETRN-010",
            STRICT,
            "5",
            "ETRN is allowed at any time in a session outside a mail transaction."),
        RFC.must(
            "ETRN-011",
            ALWAYS,
            "5",
            "ETRN is illegal between MAIL and the end of the DATA exchange."),
        RFC.must("ETRN-012", ALWAYS, "5", "ETRN is illegal after RCPT too."),
        RFC.must(
            "ETRN-013",
            ALWAYS,
            "5",
            "An ETRN refused inside a transaction leaves the transaction as it was."),
        RFC.implied(
            "ETRN-014", ALWAYS, "5", "Inside message content a line that reads ETRN is text."),
        RFC.implied(
            "ETRN-015", STRICT, "5", "A MAIL command that was refused opens no transaction."));
  }

  private static List<Requirement> node() {
    return List.of(
        RFC.must("ETRN-016", STRICT, "5", "The node name is a fully qualified domain name."),
        RFC.may("ETRN-017", "5", "A node may be an alias or own MX records.")
            .untestable("needs control of the DNS that the target asks"),
        RFC.implied(
            "ETRN-018",
            NEVER,
            "5",
            "The name given is matched; other names of the same host need an ETRN of their own."));
  }

  private static List<Requirement> processing() {
    return List.of(
        RFC.should(
            "ETRN-019",
            STRICT,
            "5.1",
            "The server looks at the node name and decides for itself whether to honour it."),
        RFC.should(
            "ETRN-020", STRICT, "5.1", "A refusal uses one of the codes that the RFC lists."),
        RFC.should(
            "ETRN-021",
            NEVER,
            "5.1",
            "A request that was accepted makes the server deliver what waits for that node."),
        RFC.must(
            "ETRN-022",
            ALWAYS,
            "5.1",
            "Mail goes over another connection than the one that carried ETRN."),
        RFC.implied(
            "ETRN-023",
            STRICT,
            "3",
            "The connection is made to the node's mail exchanger, not to the client's address."),
        RFC.may("ETRN-024", "5.1", "The server need not connect at all, nor within any time."),
        RFC.should(
            "ETRN-025",
            STRICT,
            "5.1",
            "The reply comes at once, whatever the queue and the delivery take."));
  }

  private static List<Requirement> codes() {
    return List.of(
        RFC.must("ETRN-026", ALWAYS, "5.1", "Success is 250, 251, 252 or 253 and nothing else."),
        RFC.implied("ETRN-027", ALWAYS, "5.1", "ETRN is never answered with a 3yz code."),
        RFC.should("ETRN-028", STRICT, "5.1", "Failure is 458, 459, 500 or 501."),
        RFC.implied(
            "ETRN-029",
            STRICT,
            "5.1",
            "252 and 253 say that messages wait, so they are not given for an empty queue."),
        RFC.should(
            "ETRN-030", NEVER, "5.1", "A server that can tell answers 251 when nothing waits."),
        RFC.should("ETRN-031", STRICT, "5.1", "251 is not given when messages wait."),
        RFC.implied("ETRN-032", STRICT, "5.1", "The text of 253 carries the number of messages."),
        RFC.implied(
            "ETRN-033", NEVER, "5.1", "A client that asks again can watch the queue drain."),
        RFC.implied(
            "ETRN-034", NEVER, "5.1", "The text of a success names the node that was asked for."),
        RFC.should(
                "ETRN-035",
                NEVER,
                "5.1",
                "458 says that the node cannot be queued now; the client may try again.")
            .untestable("needs a fixture inside the target that makes its queue fail"),
        RFC.should("ETRN-036", NEVER, "5.1", "459 says that the node is not allowed, and why."),
        RFC.should("ETRN-037", STRICT, "5.1", "A syntax error is answered 500 or 501."));
  }

  private static List<Requirement> syntax() {
    return List.of(
        RFC.implied(
            "ETRN-038",
            STRICT,
            "7",
            "ETRN without an argument is a syntax error; the example has 500."),
        RFC.implied("ETRN-039", STRICT, "5", "An argument of blanks counts as none."),
        RFC.implied(
            "ETRN-040", ALWAYS, "5", "An option character without a name is a syntax error."),
        RFC.implied(
            "ETRN-041", STRICT, "5.1", "A name that is not a domain name is a syntax error."),
        RFC.implied("ETRN-042", STRICT, "5", "The longest legal domain name is not too long."),
        RFC.implied(
            "ETRN-043", STRICT, "5", "The shortest names are understood in all three forms."),
        RFC.must("ETRN-044", ALWAYS, "5", "The verb is case-insensitive."),
        RFC.must("ETRN-045", ALWAYS, "5", "Node names are compared without regard to case."),
        RFC.implied(
            "ETRN-046", NEVER, "5", "The RFC does not say whether a name may end in a dot."));
  }

  private static List<Requirement> forms() {
    return List.of(
        RFC.implied("ETRN-047", STRICT, "5.3", "@ releases the node and every name below it."),
        RFC.implied("ETRN-048", STRICT, "5.3", "@ matches whole labels only."),
        RFC.implied("ETRN-049", NEVER, "5.3", "Without @, names below the node are not released."),
        RFC.should(
            "ETRN-050", STRICT, "8", "Whether @ and # are honoured is decided client by client."),
        RFC.should("ETRN-051", STRICT, "8", "@ on a public suffix is refused."),
        RFC.may("ETRN-052", "5.3", "# names a queue of the server's own, in a syntax of its own."),
        RFC.implied("ETRN-053", STRICT, "5.3", "A client cannot find out which queues exist."),
        RFC.may(
                "ETRN-054",
                "6",
                "A minimal server starts everything for any request, and answers 250.")
            .untestable("is declared by the configuration, which then disables cases"),
        RFC.may("ETRN-055", "6", "A minimal client asks for its own host name.")
            .untestable("concerns the client"));
  }

  private static List<Requirement> sessions() {
    return List.of(
        RFC.implied("ETRN-056", NEVER, "5", "Several ETRNs in one session are normal."),
        RFC.implied("ETRN-057", STRICT, "5.1", "Asking again for the same node does no harm."),
        RFC.implied("ETRN-058", ALWAYS, "5.1", "Each ETRN has exactly one reply."),
        RFC.implied(
            "ETRN-059",
            STRICT,
            "5.1",
            "QUIT after ETRN ends the session at once, without waiting for the queue run."),
        RFC.implied(
            "ETRN-060",
            STRICT,
            "5.1",
            "A client that leaves right after ETRN does the server no harm."),
        RFC.implied(
            "ETRN-061",
            NEVER,
            "5.1",
            "A queue run does not depend on the session that asked for it."),
        RFC.implied("ETRN-062", STRICT, "3", "The name given with EHLO gives no rights."),
        RFC.implied("ETRN-063", STRICT, "4", "The node is a plain name: no address, URL or path."));
  }
}
