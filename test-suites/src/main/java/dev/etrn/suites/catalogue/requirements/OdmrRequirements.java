package dev.etrn.suites.catalogue.requirements;

import static dev.etrn.suites.catalogue.Strictness.NEVER;

import dev.etrn.suites.catalogue.Requirement;
import java.util.List;

/** RFC 2645, "On-Demand Mail Relay": where ETRN ends and another service begins. */
final class OdmrRequirements {

  private static final RequirementFactory RFC = new RequirementFactory("RFC 2645");

  private OdmrRequirements() {}

  static List<Requirement> all() {
    return List.of(
        RFC.implied(
                "ODMR-001",
                NEVER,
                "1",
                "ODMR is for clients whose address changes; ETRN is for those whose does not.")
            .untestable("speaks of the service on port 366, which is another than ETRN"),
        RFC.implied(
                "ODMR-002",
                NEVER,
                "4",
                "ODMR has a port of its own, and a session in three states.")
            .untestable("speaks of the service on port 366, which is another than ETRN"),
        RFC.must("ODMR-003", NEVER, "5.1.1", "EHLO on that port lists AUTH and ATRN.")
            .untestable("speaks of the service on port 366, which is another than ETRN"),
        RFC.must("ODMR-004", NEVER, "5.2.1", "ATRN before AUTH is answered 530.")
            .untestable("speaks of the service on port 366, which is another than ETRN"),
        RFC.must(
                "ODMR-005",
                NEVER,
                "5.2.1",
                "A client that may not have all the domains is answered 450 and gets none.")
            .untestable("speaks of the service on port 366, which is another than ETRN"),
        RFC.may(
                "ODMR-006",
                "5.2.1",
                "Where nothing waits, 453, or 250 and the end after the roles were reversed.")
            .untestable("speaks of the service on port 366, which is another than ETRN"),
        RFC.must(
                "ODMR-007",
                NEVER,
                "5.2.1",
                "A client waits ten minutes for the reply to ATRN at least.")
            .untestable("speaks of the service on port 366, which is another than ETRN"),
        RFC.may("ODMR-008", "5.4", "On that port ETRN may be answered 502.")
            .untestable("speaks of the service on port 366, which is another than ETRN"),
        RFC.implied("ODMR-009", NEVER, "7", "ATRN has a grammar and reply codes of its own.")
            .untestable("speaks of the service on port 366, which is another than ETRN"),
        RFC.implied(
            "ODMR-010",
            NEVER,
            "5",
            "A server for ETRN does not announce ATRN, and does not reverse roles."),
        RFC.implied("ODMR-011", NEVER, "4", "One manual names another port for it by mistake.")
            .untestable("is a remark about a manual"));
  }
}
