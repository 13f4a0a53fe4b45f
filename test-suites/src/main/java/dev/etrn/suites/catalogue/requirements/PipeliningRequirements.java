package dev.etrn.suites.catalogue.requirements;

import static dev.etrn.suites.catalogue.Strictness.ALWAYS;
import static dev.etrn.suites.catalogue.Strictness.NEVER;
import static dev.etrn.suites.catalogue.Strictness.STRICT;

import dev.etrn.suites.catalogue.Requirement;
import java.util.List;

/** The requirements of RFC 2920, "SMTP Service Extension for Command Pipelining". */
final class PipeliningRequirements {

  private static final RequirementFactory RFC = new RequirementFactory("RFC 2920");

  private PipeliningRequirements() {}

  static List<Requirement> all() {
    return List.of(
        RFC.must(
                "PIPE-001",
                ALWAYS,
                "3.1",
                "A client sends nothing behind an ETRN before its reply.")
            .unitTested("EtrnClientTest#asksForEachNodeWhateverTheReplyToTheOneBefore"),
        RFC.must("PIPE-002", STRICT, "3.2", "Input that came early is not lost."),
        RFC.must("PIPE-003", ALWAYS, "3.2", "Replies come in the order of the commands."),
        RFC.must("PIPE-004", ALWAYS, "3.2", "Replies are sent when there is no more input."),
        RFC.must("PIPE-005", ALWAYS, "3.2", "How octets are cut into segments does not matter."),
        RFC.should("PIPE-006", NEVER, "3.2", "The text of a reply says which command it answers."),
        RFC.must("PIPE-007", NEVER, "3.2", "The reply to an unknown command is not held back."),
        RFC.implied(
            "PIPE-008",
            NEVER,
            "3.1",
            "A server that does not offer PIPELINING may punish input that comes early."),
        RFC.implied(
            "PIPE-009",
            NEVER,
            "3.1",
            "A client that sends commands behind ETRN may be turned away."),
        RFC.implied(
            "PIPE-010",
            ALWAYS,
            "3.2",
            "MAIL and RCPT before an ETRN in one group keep their effect."),
        RFC.implied(
            "PIPE-011",
            NEVER,
            "3.2",
            "An ETRN in the segment of the final dot is answered after the message."));
  }
}
