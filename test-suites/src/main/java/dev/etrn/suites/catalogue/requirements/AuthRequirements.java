package dev.etrn.suites.catalogue.requirements;

import static dev.etrn.suites.catalogue.Strictness.ALWAYS;
import static dev.etrn.suites.catalogue.Strictness.NEVER;
import static dev.etrn.suites.catalogue.Strictness.STRICT;

import dev.etrn.suites.catalogue.Requirement;
import java.util.List;

/** The requirements of RFC 4954, "SMTP Service Extension for Authentication", around ETRN. */
final class AuthRequirements {

  private static final RequirementFactory RFC = new RequirementFactory("RFC 4954");

  private AuthRequirements() {}

  static List<Requirement> all() {
    return List.of(
        RFC.should("AUTH-001", NEVER, "6", "Where ETRN needs authentication, 530 says so."),
        RFC.must(
            "AUTH-002",
            ALWAYS,
            "4",
            "AUTH is refused inside a transaction, and once it has succeeded."),
        RFC.implied(
            "AUTH-003",
            STRICT,
            "6",
            "Rights follow the identity that was proved, not the name in EHLO."),
        RFC.must(
                "AUTH-004",
                NEVER,
                "4",
                "A client sends nothing behind AUTH before the exchange is over.")
            .untestable(
                "concerns the client, and the client of this project does not authenticate"),
        RFC.implied(
            "AUTH-005",
            ALWAYS,
            "4",
            "A line inside an AUTH exchange is a response, whatever it reads."));
  }
}
