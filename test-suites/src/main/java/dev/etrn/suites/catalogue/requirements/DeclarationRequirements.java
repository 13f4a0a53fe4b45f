package dev.etrn.suites.catalogue.requirements;

import dev.etrn.suites.catalogue.Requirement;
import java.util.List;

/**
 * The declarations of {@code etrn.yaml}, which a target must keep even if RFC 1985 leaves the
 * choice to the server.
 */
final class DeclarationRequirements {

  private static final RequirementFactory FILE = new RequirementFactory("etrn.yaml");

  private DeclarationRequirements() {}

  static List<Requirement> all() {
    return List.of(
        FILE.declared("DECL-001", "nodes.permitted", "ETRN for a permitted node is accepted."),
        FILE.declared("DECL-002", "nodes.denied", "ETRN for a denied node is refused."),
        FILE.declared(
            "DECL-003",
            "connectBack.within",
            "All mail that was held for a node comes within the time that is given."),
        FILE.declared(
            "DECL-004",
            "limits.etrnsPerSession",
            "A session has exactly that many ETRNs accepted, whatever comes between them."),
        FILE.declared(
            "DECL-005", "nodes.sibling", "The mail of a partner stays when another one asks."),
        FILE.declared(
            "DECL-006", "target.forms", "A form of ETRN that is left out is not accepted."),
        FILE.declared("DECL-007", "target.tls", "TLS is offered or demanded as declared."),
        FILE.declared("DECL-008", "auth", "The user can authenticate with the password."),
        FILE.declared("DECL-009", "nodes.empty", "ETRN for an empty node is accepted."));
  }
}
