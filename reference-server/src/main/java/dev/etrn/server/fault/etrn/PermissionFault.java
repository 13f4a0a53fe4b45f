package dev.etrn.server.fault.etrn;

import static dev.etrn.server.fault.Harm.GRAVE;

import dev.etrn.server.fault.FaultDescription;
import dev.etrn.server.fault.Harm;
import dev.etrn.server.wire.SmtpReply;

/** The faults in which client may release which node. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum PermissionFault implements DecisionFault {
  REFUSES_A_PERMITTED_NODE(
      GRAVE,
      "answers 459 for a node that the client may release",
      refusing("branch.example", 459),
      "ETRN-019",
      "DECL-001",
      "DECL-003",
      "DECL-004"),
  REFUSES_A_PERMITTED_NODE_FOR_NOW(
      GRAVE,
      "answers 458 for a node that the client may release, however often it asks",
      refusing("branch.example", 458),
      "ETRN-019",
      "ETRN-035",
      "DECL-001",
      "DECL-003",
      "DECL-004"),
  REFUSES_AN_EMPTY_NODE(
      GRAVE,
      "answers 459 for a node that the client may release and that no mail waits for",
      refusing("idle.example", 459),
      "ETRN-019",
      "DECL-009"),
  ACCEPTS_DENIED_SUBTREES(
      GRAVE,
      "releases, for @ and a name, mail that it refuses for the name alone",
      (line, correct, server) -> {
        SmtpReply reply = line.decidedBy(correct);
        String name = line.argument().replaceFirst("^@", "");
        boolean isKnown = server.config().routing().channelFor(name).isPresent();
        return reply.code() == 459 && line.argument().startsWith("@") && isKnown
            ? line.accepted250()
            : reply;
      },
      "ETRN-050",
      "DECL-002"),
  COUNTS_ALL_SESSIONS_TOGETHER(
      GRAVE,
      "counts the ETRNs of all sessions together toward the limit of one",
      (line, correct, server) -> line.counting(server.accepted()).decidedBy(correct),
      "PMDF-012",
      "PMDF-042",
      "DECL-001",
      "DECL-003",
      "DECL-004",
      "DECL-009");

  private final FaultDescription<Behaviour> described;

  PermissionFault(Harm harm, String sentence, Behaviour behaviour, String... breaks) {
    this.described = FaultDescription.of(harm, sentence, behaviour, breaks);
  }

  @Override
  public FaultDescription<Behaviour> described() {
    return described;
  }

  /** Returns the behaviour that refuses the node and all names below it. */
  private static Behaviour refusing(String node, int code) {
    return (line, correct, server) -> {
      SmtpReply reply = line.decidedBy(correct);
      return reply.code() / 100 == 2 && line.argument().matches("(?i)(@|.+\\.)?" + node)
          ? SmtpReply.of(
              code, "4.5.0", "node " + line.argument() + " not allowed: not yours to release")
          : reply;
    };
  }
}
