package dev.etrn.suites.catalogue.requirements;

import static dev.etrn.suites.catalogue.Strictness.ALWAYS;
import static dev.etrn.suites.catalogue.Strictness.NEVER;
import static dev.etrn.suites.catalogue.Strictness.STRICT;

import dev.etrn.suites.catalogue.Requirement;
import java.util.List;
import java.util.stream.Stream;

/**
 * The requirements on hostile input. They are weighed with care, because few of them stand in an
 * RFC.
 */
final class AbuseRequirements {

  private static final RequirementFactory ETRN = new RequirementFactory("RFC 1985");
  private static final RequirementFactory SMTP = new RequirementFactory("RFC 5321");
  private static final RequirementFactory TLS = new RequirementFactory("RFC 3207");
  private static final RequirementFactory AUTH = new RequirementFactory("RFC 4954");
  private static final RequirementFactory PMDF =
      new RequirementFactory("PMDF System Manager's Guide");
  private static final RequirementFactory OWN =
      new RequirementFactory("The abuse catalogue of this project");

  private AbuseRequirements() {}

  static List<Requirement> all() {
    return Stream.of(disclosure(), floods(), smuggling(), identity(), operation())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Requirement> disclosure() {
    return List.of(
        PMDF.implied("SEC-001", STRICT, "2.3.4.34", "Refusals name no channel, host or program."),
        ETRN.implied("SEC-002", STRICT, "5.3", "Known and unknown nodes are refused alike."),
        OWN.implied(
            "SEC-003", NEVER, "", "Refusals of known and unknown nodes take the same time."),
        OWN.implied(
            "SEC-004",
            STRICT,
            "",
            "Clients that may not release a node are not told whether mail waits for it."),
        ETRN.implied("SEC-005", STRICT, "5.3", "Queues cannot be found out by trying names."),
        ETRN.implied("SEC-006", STRICT, "8", "Neither a public suffix nor everything is released."),
        ETRN.implied("SEC-007", STRICT, "5.3", "The end of a label does not match the label."));
  }

  private static List<Requirement> floods() {
    return List.of(
        PMDF.implied("SEC-008", NEVER, "28.4.6", "One client cannot hold up the mail of others.")
            .untestable("is a question of load: the scenario monopoly measures it"),
        OWN.implied(
            "SEC-009",
            STRICT,
            "",
            "A flood of ETRNs is answered, limited or ended, and others are served."),
        OWN.implied(
            "SEC-010",
            STRICT,
            "",
            "Clients that ask and disconnect do the server no harm (CVE-1999-1109)."),
        OWN.implied(
                "SEC-011",
                NEVER,
                "",
                "ETRNs for many names of one queue do not scan it once for each.")
            .unitTested("JobControllerTest#runsOneJobForANodeAndSeesMailThatCameDuringIt"),
        SMTP.implied("SEC-012", NEVER, "4.5.4.1", "A host is not tried once for every request."),
        SMTP.implied(
                "SEC-013",
                NEVER,
                "4.5.4.1",
                "ETRN does not undo the back-off of a dead host for good.")
            .unitTested("JobControllerTest#leavesADeadNodeAloneHoweverOftenItIsAskedFor"),
        OWN.implied(
            "SEC-025", STRICT, "", "Many different names do not exhaust the server's resources."),
        OWN.implied(
            "SEC-030", STRICT, "", "Clients that never end their line do not starve others."),
        OWN.implied("SEC-031", STRICT, "", "A client that never reads does not starve others."),
        SMTP.implied("SEC-032", NEVER, "7.8", "A flood of bad lines is ended."),
        OWN.implied("SEC-033", NEVER, "", "Counters for each client do not grow without bound.")
            .untestable("needs clients at many addresses"));
  }

  private static List<Requirement> smuggling() {
    return List.of(
        TLS.implied(
            "SEC-014",
            ALWAYS,
            "4.2",
            "Commands injected in the clear before the handshake are not executed"
                + " (CVE-2011-0411)."),
        TLS.implied(
            "SEC-015",
            ALWAYS,
            "4.2",
            "No reply in the clear comes once the handshake is to begin."),
        SMTP.implied(
            "SEC-016",
            STRICT,
            "2.3.8",
            "Octets other than CRLF do not make two commands of one line."),
        SMTP.implied(
            "SEC-017", STRICT, "4.1.1.4", "Content ends at CRLF, dot, CRLF and nowhere else."),
        SMTP.implied(
            "SEC-018",
            ALWAYS,
            "4.5.3.1.9",
            "A long line is not cut into commands at any boundary."),
        OWN.implied("SEC-019", STRICT, "", "A line without end does the server no harm."),
        SMTP.implied("SEC-020", STRICT, "4.1.2", "Control octets in a name are refused."),
        SMTP.implied(
            "SEC-021",
            STRICT,
            "2.4",
            "Eight-bit octets, broken UTF-8 and look-alikes in a name are refused."),
        OWN.implied(
            "SEC-022",
            STRICT,
            "",
            "Names made to look good in a log are refused, and do not come back raw."),
        OWN.implied(
            "SEC-023",
            STRICT,
            "",
            "Names made for a shell, a database or a file system are refused (CVE-2025-26794)."),
        OWN.implied("SEC-024", STRICT, "", "Paths are not queue names."));
  }

  private static List<Requirement> identity() {
    return List.of(
        OWN.implied("SEC-026", STRICT, "", "Case is folded alike in every locale.")
            .unitTested("DomainTest#foldsCaseAlikeInEveryLocale"),
        ETRN.implied("SEC-027", STRICT, "3", "A name in EHLO gives no rights."),
        SMTP.implied(
                "SEC-028",
                STRICT,
                "5.1",
                "A server does not deliver to itself or into its own network for someone else.")
            .untestable("needs control of the DNS that the target asks"),
        AUTH.implied(
            "SEC-029",
            STRICT,
            "6",
            "Before trust is given, known and unknown nodes are refused alike, and nothing runs."),
        OWN.implied("SEC-040", NEVER, "", "No command gives a session new ETRNs."));
  }

  private static List<Requirement> operation() {
    return List.of(
        OWN.implied("SEC-034", NEVER, "", "A change of configuration during ETRN loses nothing.")
            .untestable("needs access to the configuration of the target"),
        SMTP.implied(
                "SEC-035", STRICT, "3.8", "A server that shuts down says 421 and loses no mail.")
            .unitTested(
                "EtrnServerTest#tells421ToSessionsWhenItCloses",
                "KillIT#losesNothingThatWasAcknowledged"),
        SMTP.implied(
            "SEC-036", ALWAYS, "6.1", "Concurrent ETRNs for one node deliver nothing twice."),
        ETRN.implied("SEC-037", STRICT, "5.1", "An ETRN that was refused starts nothing."),
        OWN.implied(
            "SEC-038",
            STRICT,
            "",
            "The reason of a refusal reveals no address, path or exception."),
        OWN.implied("SEC-039", NEVER, "", "Debug logs hold no credentials.")
            .untestable("happens inside the target, where nothing of it is seen"));
  }
}
