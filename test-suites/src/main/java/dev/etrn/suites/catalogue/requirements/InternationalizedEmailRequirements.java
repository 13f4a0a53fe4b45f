package dev.etrn.suites.catalogue.requirements;

import static dev.etrn.suites.catalogue.Strictness.ALWAYS;
import static dev.etrn.suites.catalogue.Strictness.NEVER;
import static dev.etrn.suites.catalogue.Strictness.STRICT;

import dev.etrn.suites.catalogue.Requirement;
import java.util.List;

/** The requirements of RFC 6531, "SMTP Extension for Internationalized Email", around ETRN. */
final class InternationalizedEmailRequirements {

  private static final RequirementFactory RFC = new RequirementFactory("RFC 6531");

  private InternationalizedEmailRequirements() {}

  static List<Requirement> all() {
    return List.of(
        RFC.must("IDN-001", STRICT, "3.2", "SMTPUTF8 allows no UTF-8 in the argument of ETRN."),
        RFC.implied("IDN-002", STRICT, "3.7", "A name of A-labels is a name like any other."),
        RFC.must("IDN-003", ALWAYS, "3.7.4.2", "Octets outside US-ASCII are not sent back."),
        RFC.implied("IDN-004", NEVER, "3.7", "A-labels are compared without regard to case."));
  }
}
