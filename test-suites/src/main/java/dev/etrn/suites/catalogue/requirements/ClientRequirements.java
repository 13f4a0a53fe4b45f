package dev.etrn.suites.catalogue.requirements;

import static dev.etrn.suites.catalogue.Strictness.ALWAYS;
import static dev.etrn.suites.catalogue.Strictness.NEVER;
import static dev.etrn.suites.catalogue.Strictness.STRICT;

import dev.etrn.suites.catalogue.Requirement;
import java.util.List;
import java.util.stream.Stream;

/** The requirements on clients that send ETRN. */
final class ClientRequirements {

  private static final RequirementFactory ETRN = new RequirementFactory("RFC 1985");
  private static final RequirementFactory SMTP = new RequirementFactory("RFC 5321");
  private static final RequirementFactory PIPELINING = new RequirementFactory("RFC 2920");
  private static final RequirementFactory TLS = new RequirementFactory("RFC 3207");
  private static final RequirementFactory PMDF =
      new RequirementFactory("PMDF System Manager's Guide");
  private static final RequirementFactory OWN =
      new RequirementFactory("The practice of ETRN clients");

  private ClientRequirements() {}

  static List<Requirement> all() {
    return Stream.of(session(), replies(), names()).flatMap(List::stream).toList();
  }

  private static List<Requirement> session() {
    return List.of(
        ETRN.implied("CLI-001", STRICT, "2", "A client sends ETRN only where EHLO listed it.")
            .unitTested("EtrnClientTest#sendsNoneWhenItIsNotOffered"),
        SMTP.must(
                "CLI-002",
                STRICT,
                "4.1.1.1",
                "The keyword is compared as a whole word, without regard to case.")
            .unitTested(
                "EtrnClientTest#sendsNoneWhenItIsNotOffered",
                "EtrnClientTest#asksForEachNodeWhateverTheReplyToTheOneBefore"),
        SMTP.should(
                "CLI-003",
                STRICT,
                "3.2",
                "A client prefers EHLO, and falls back to HELO without ETRN.")
            .unitTested("QueueRunTest#usesHeloWhenEhloIsRefused"),
        ETRN.must("CLI-004", ALWAYS, "5", "A client sends no ETRN inside a transaction.")
            .unitTested("QueueRunTest#asksForItsOwnMailOncePerConnectionWhenThatIsOffered"),
        PIPELINING
            .must(
                "CLI-005",
                ALWAYS,
                "3.1",
                "A client waits for the reply to ETRN before its next command.")
            .unitTested("EtrnClientTest#asksForEachNodeWhateverTheReplyToTheOneBefore"),
        ETRN.should(
                "CLI-006",
                STRICT,
                "5.2",
                "After 500 or 501 a client sends no more ETRNs in this session.")
            .unitTested("EtrnClientTest#sendsNoMoreAfterASyntaxError"),
        ETRN.implied(
                "CLI-007", STRICT, "5.2", "After 458 or 459 a client goes on with its other names.")
            .unitTested("EtrnClientTest#asksForEachNodeWhateverTheReplyToTheOneBefore"),
        ETRN.implied("CLI-008", STRICT, "5", "251 for one name does not end the list.")
            .unitTested("EtrnClientTest#asksForEachNodeWhateverTheReplyToTheOneBefore"),
        TLS.must(
            "CLI-018",
            ALWAYS,
            "4.2",
            "After STARTTLS a client says EHLO again, and goes by that list only."),
        PMDF.project(
                "CLI-024",
                ALWAYS,
                "2.3.4.33",
                "sendetrn asks once for each connection, before the first MAIL.")
            .unitTested("QueueRunTest#asksForItsOwnMailOncePerConnectionWhenThatIsOffered"));
  }

  private static List<Requirement> replies() {
    return List.of(
        SMTP.must(
                "CLI-009",
                ALWAYS,
                "4.2",
                "A code that a client does not know is judged by its first digit.")
            .unitTested("CommandLineTest#sendsAnExitCodeByReply"),
        ETRN.must(
                "CLI-010",
                ALWAYS,
                "5.1",
                "251 and 252 mean to ETRN what RFC 1985 says, not what they mean to RCPT or VRFY.")
            .unitTested("CommandLineTest#sendsAnExitCodeByReply"),
        SMTP.must("CLI-011", ALWAYS, "4.2.1", "Replies of several lines are read as one.")
            .unitTested("EtrnClientTest#asksForEachNodeWhateverTheReplyToTheOneBefore"),
        ETRN.implied("CLI-012", STRICT, "5.1", "The number in 253 is not needed.")
            .unitTested("EtrnClientTest#asksForEachNodeWhateverTheReplyToTheOneBefore"),
        OWN.implied(
                "CLI-013", STRICT, "", "An ETRN that fails does not fail the mail of the session.")
            .unitTested("QueueRunTest#asksForItsOwnMailOncePerConnectionWhenThatIsOffered"),
        ETRN.implied(
            "CLI-021", NEVER, "5.2", "A client asks again later and not at once; 458 means later."),
        OWN.implied(
                "CLI-022",
                STRICT,
                "",
                "The exit code tells success, no mail, not allowed, later and other errors apart.")
            .unitTested("CommandLineTest#sendsAnExitCodeByReply"));
  }

  private static List<Requirement> names() {
    return List.of(
        ETRN.must("CLI-014", ALWAYS, "5", "A client sends one ETRN for each of its names.")
            .unitTested("EtrnClientTest#asksForEachNodeWhateverTheReplyToTheOneBefore"),
        ETRN.should("CLI-015", STRICT, "5", "A client asks for fully qualified names only.")
            .unitTested("EtrnClientTest#knowsWhatMayNotGoOnTheWire"),
        OWN.implied(
                "CLI-016",
                STRICT,
                "",
                "A client refuses names with line ends, blanks or odd octets by itself.")
            .unitTested("EtrnClientTest#knowsWhatMayNotGoOnTheWire"),
        ETRN.implied("CLI-017", STRICT, "5.3", "A client can ask in all three forms.")
            .unitTested("EtrnClientTest#knowsNodes"),
        SMTP.must(
                "CLI-019",
                ALWAYS,
                "4.5.3.2",
                "A client waits for a bounded time only, and ends with QUIT.")
            .unitTested("EtrnClientTest#asksForEachNodeWhateverTheReplyToTheOneBefore"),
        OWN.implied("CLI-020", NEVER, "", "A client is ready for the mail before it asks.")
            .unitTested("CommandLineTest#asksForMailAndSaysWhoConnectsBack"),
        ETRN.implied(
            "CLI-023", STRICT, "5.1", "A client expects no mail over the connection of its ETRN."));
  }
}
