package dev.etrn.suites.catalogue.requirements;

import static dev.etrn.suites.catalogue.Strictness.ALWAYS;
import static dev.etrn.suites.catalogue.Strictness.NEVER;
import static dev.etrn.suites.catalogue.Strictness.STRICT;

import dev.etrn.suites.catalogue.Requirement;
import java.util.List;

/** The requirements on enhanced status codes: RFC 2034, RFC 3463 and the registry of RFC 5248. */
final class StatusCodeRequirements {

  private static final RequirementFactory RFC = new RequirementFactory("RFC 2034");
  private static final RequirementFactory REGISTRY = new RequirementFactory("RFC 5248");
  private static final RequirementFactory CODES = new RequirementFactory("RFC 3463");

  private StatusCodeRequirements() {}

  static List<Requirement> all() {
    return List.of(
        RFC.must(
            "ESC-001",
            STRICT,
            "4",
            "With ENHANCEDSTATUSCODES, each 2yz, 4yz and 5yz reply begins with an enhanced code."),
        RFC.must(
            "ESC-002",
            ALWAYS,
            "4",
            "The class of the enhanced code is the first digit of the code."),
        REGISTRY.implied(
            "ESC-003", NEVER, "2.4", "The registry has X.5.0 for the codes that ETRN uses."),
        REGISTRY.implied(
            "ESC-004",
            NEVER,
            "2.4",
            "The registry has other details for 500, 501, 502, 503 and 530."),
        CODES.implied(
            "ESC-005",
            NEVER,
            "3.6",
            "X.5.1, X.5.2, X.5.4 and X.7.1 are useful for permanent errors only."),
        CODES
            .project(
                "ESC-006",
                ALWAYS,
                "3.6",
                "The reference server gives 2.5.0, 4.5.0 or 4.3.2, and the details of the registry"
                    + " for errors.")
            .unitTested(
                "EtrnDecisionTest#decidesByArgument",
                "EtrnDecisionTest#tellsStrangersNothingAboutNodes"));
  }
}
