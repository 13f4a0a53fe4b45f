package dev.etrn.suites.catalogue.requirements;

import static dev.etrn.suites.catalogue.Strictness.ALWAYS;
import static dev.etrn.suites.catalogue.Strictness.NEVER;
import static dev.etrn.suites.catalogue.Strictness.STRICT;

import dev.etrn.suites.catalogue.Requirement;
import java.util.List;

/** The requirements of RFC 3207, "SMTP Service Extension for Secure SMTP over TLS", around ETRN. */
final class TlsRequirements {

  private static final RequirementFactory RFC = new RequirementFactory("RFC 3207");

  private TlsRequirements() {}

  static List<Requirement> all() {
    return List.of(
        RFC.must(
            "TLS-001",
            STRICT,
            "4",
            "A server that demands TLS answers 530 to ETRN without it, and runs nothing."),
        RFC.should(
            "TLS-002",
            NEVER,
            "4",
            "That 530 has the enhanced status code 5.7.0, where these are in use."),
        RFC.must(
            "TLS-003",
            ALWAYS,
            "4.2",
            "After the handshake the session begins anew, without a transaction."),
        RFC.must(
            "TLS-004", ALWAYS, "4.2", "What came in the clear behind STARTTLS is never executed."),
        RFC.must(
            "TLS-005",
            ALWAYS,
            "4.2",
            "EHLO and ETRN in the clear behind STARTTLS are not executed either."),
        RFC.must(
            "TLS-006", ALWAYS, "4", "A client sends nothing behind STARTTLS before the handshake."),
        RFC.must("TLS-007", ALWAYS, "4.2", "STARTTLS is not offered inside TLS."),
        RFC.must("TLS-008", STRICT, "4", "STARTTLS takes no parameter."),
        RFC.may(
            "TLS-009",
            "4.2",
            "EHLO may list other extensions inside TLS; what it lists there counts."),
        RFC.implied("TLS-010", NEVER, "4.2", "STARTTLS does not give a session new ETRNs."),
        RFC.implied(
            "TLS-011", STRICT, "4", "After a failed handshake nothing of the session is left."),
        RFC.implied("TLS-012", NEVER, "4", "STARTTLS has no place inside a mail transaction."));
  }
}
