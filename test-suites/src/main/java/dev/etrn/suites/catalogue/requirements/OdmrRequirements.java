package dev.etrn.suites.catalogue.requirements;

import static dev.etrn.suites.catalogue.Strictness.NEVER;

import dev.etrn.suites.catalogue.Requirement;
import java.util.List;

/** The requirements of RFC 2645, "On-Demand Mail Relay", where it borders on ETRN. */
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
            .untestable("concerns the service on port 366, which is not ETRN"),
        RFC.implied(
                "ODMR-002",
                NEVER,
                "4",
                "ODMR has a port of its own, and a session in three states.")
            .untestable("concerns the service on port 366, which is not ETRN"),
        RFC.must("ODMR-003", NEVER, "5.1.1", "EHLO on that port lists AUTH and ATRN.")
            .untestable("concerns the service on port 366, which is not ETRN"),
        RFC.must("ODMR-004", NEVER, "5.2.1", "ATRN before AUTH is answered 530.")
            .untestable("concerns the service on port 366, which is not ETRN"),
        RFC.must(
                "ODMR-005",
                NEVER,
                "5.2.1",
                "A client that may not have all the domains is answered 450 and gets none.")
            .untestable("concerns the service on port 366, which is not ETRN"),
        RFC.may(
                "ODMR-006",
                "5.2.1",
                "If no mail waits, ATRN gets 453, or 250 and the end after the roles were"
                    + " reversed.")
            .untestable("concerns the service on port 366, which is not ETRN"),
        RFC.must(
                "ODMR-007",
                NEVER,
                "5.2.1",
                "A client waits ten minutes for the reply to ATRN at least.")
            .untestable("concerns the service on port 366, which is not ETRN"),
        RFC.may("ODMR-008", "5.4", "On that port ETRN may be answered 502.")
            .untestable("concerns the service on port 366, which is not ETRN"),
        RFC.implied("ODMR-009", NEVER, "7", "ATRN has a grammar and reply codes of its own.")
            .untestable("concerns the service on port 366, which is not ETRN"),
        RFC.implied(
            "ODMR-010",
            NEVER,
            "5",
            "A server for ETRN does not announce ATRN, and does not reverse roles."),
        RFC.implied("ODMR-011", NEVER, "4", "One manual gives a wrong port for it.")
            .untestable("is a remark about a manual"));
  }
}
