package dev.etrn.server.fault.etrn;

import static dev.etrn.server.fault.Harm.GRAVE;
import static dev.etrn.server.fault.Harm.NONE;
import static dev.etrn.server.fault.Harm.PLAIN;

import dev.etrn.server.fault.FaultDescription;
import dev.etrn.server.fault.Harm;
import dev.etrn.server.fault.SmtpReplyText;
import dev.etrn.server.wire.SmtpReply;

/** The faults in how a request is refused, and in the information that a refusal reveals. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum RefusalFault implements DecisionFault {
  ACCEPTS_WHAT_IT_REFUSES(
      GRAVE,
      "answers 250 where it should answer 459",
      (line, correct, server) -> {
        SmtpReply reply = line.decidedBy(correct);
        return reply.code() == 459 ? line.accepted250() : reply;
      },
      "ETRN-019",
      "ETRN-020",
      "ETRN-036",
      "ETRN-050",
      "ETRN-051",
      "PMDF-045",
      "AUTH-003",
      "SEC-005",
      "ETRN-053",
      "DECL-002"),
  REFUSES_WITH_550(
      PLAIN,
      "refuses nodes with 550",
      (line, correct, server) -> {
        SmtpReply reply = line.decidedBy(correct);
        return reply.code() == 459 ? SmtpReply.of(550, "5.7.1", "access denied to you") : reply;
      },
      "ETRN-019",
      "ETRN-020",
      "ETRN-028",
      "ETRN-036",
      "ETRN-050",
      "ETRN-051",
      "ESC-003"),
  REFUSES_WITH_458(
      NONE,
      "refuses nodes with 458",
      (line, correct, server) -> {
        SmtpReply reply = line.decidedBy(correct);
        return reply.code() == 459 ? SmtpReply.plain(458, SmtpReplyText.of(reply)) : reply;
      },
      "ETRN-019",
      "ETRN-036"),
  ANSWERS_SYNTAX_WITH_554(
      PLAIN,
      "answers syntax errors with 554",
      (line, correct, server) -> {
        SmtpReply reply = line.decidedBy(correct);
        return reply.code() == 500 || reply.code() == 501
            ? SmtpReply.of(554, "5.5.0", "no")
            : reply;
      },
      "ETRN-037",
      "ETRN-028"),
  TELLS_UNKNOWN_FROM_DENIED(
      PLAIN,
      "has another text for nodes that it does not know",
      (line, correct, server) -> {
        SmtpReply reply = line.decidedBy(correct);
        boolean isKnown = server.config().routing().channelFor(line.argument()).isPresent();
        return reply.code() == 459 && !isKnown
            ? SmtpReply.of(
                459, "4.5.0", "node " + line.argument() + " not allowed: never heard of it")
            : reply;
      },
      "SEC-002",
      "PMDF-043",
      "SMTP-038"),
  TELLS_QUEUES_APART(
      PLAIN,
      "has another text for queues that it does not have",
      (line, correct, server) -> {
        SmtpReply reply = line.decidedBy(correct);
        String queue = line.argument().replaceFirst("^#", "");
        return reply.code() == 459
                && line.argument().startsWith("#")
                && server.config().channel(queue).isEmpty()
            ? SmtpReply.of(459, "4.5.0", "node #" + queue + " not allowed: no such queue")
            : reply;
      },
      "ETRN-053",
      "SEC-005",
      "PMDF-043"),
  NAMES_CHANNEL_IN_REFUSALS(
      PLAIN,
      "names the channel that it does not run",
      (line, correct, server) -> {
        SmtpReply reply = line.decidedBy(correct);
        return reply.code() != 459
            ? reply
            : server
                .config()
                .routing()
                .channelFor(line.argument())
                .map(
                    channel ->
                        SmtpReply.of(
                            459,
                            "4.5.0",
                            "node " + line.argument() + " not allowed: channel " + channel.name()))
                .orElse(reply);
      },
      "SEC-001",
      "SEC-002",
      "PMDF-043",
      "SMTP-038"),
  GIVES_NO_REASON(
      PLAIN,
      "refuses without a reason",
      (line, correct, server) -> {
        SmtpReply reply = line.decidedBy(correct);
        return reply.code() == 459 ? SmtpReply.of(459, "4.5.0", "node " + line.argument()) : reply;
      },
      "ETRN-036"),
  REFUSES_OVER_LIMIT_FOR_GOOD(
      PLAIN,
      "answers 550 beyond the session's limit",
      (line, correct, server) -> {
        SmtpReply reply = line.decidedBy(correct);
        return reply.code() == 458 ? SmtpReply.of(550, "5.7.1", "too many") : reply;
      },
      "PMDF-012",
      "PMDF-013"),
  REFUSES_BUT_RUNS(
      GRAVE,
      "runs every queue when it refuses a request",
      (line, correct, server) -> {
        SmtpReply reply = line.decidedBy(correct);
        if (reply.code() == 459 || reply.code() == 503) {
          server.runEverything();
        }
        return reply;
      },
      "SEC-037",
      "SEC-007",
      "ETRN-048",
      "DECL-005"),
  DEMANDS_TLS_FOR_WHAT_IT_HOLDS(
      PLAIN,
      "wants TLS first for nodes that it would release, and not for others",
      (line, correct, server) -> {
        SmtpReply reply = line.decidedBy(correct);
        return reply.code() / 100 == 2 && !line.client().isEncrypted()
            ? SmtpReply.of(530, "5.7.0", "STARTTLS first")
            : reply;
      },
      "SEC-029",
      "DECL-001",
      "DECL-009"),
  HAS_PAIR_FOR_PERMANENT_ERRORS(
      PLAIN,
      "gives 459 an enhanced code that is useful for permanent errors only",
      (line, correct, server) -> rewritten(line.decidedBy(correct), "4.7.1", ""),
      "ESC-005"),
  HAS_ODD_PAIR_FOR_SYNTAX_ERRORS(
      PLAIN,
      "gives syntax errors an enhanced code that the registry does not pair with them",
      (line, correct, server) -> {
        SmtpReply reply = line.decidedBy(correct);
        return reply.code() == 500 || reply.code() == 501
            ? SmtpReply.of(reply.code(), "5.3.0", "not a request")
            : reply;
      },
      "ESC-004"),
  REFUSES_WITH_550_WHEN_SWITCHED_OFF(
      PLAIN,
      "answers 550 to ETRN that is switched off",
      (line, correct, server) -> {
        SmtpReply reply = line.decidedBy(correct);
        return reply.code() == 502 ? SmtpReply.of(550, "5.7.1", "not here") : reply;
      },
      "SMTP-004",
      "PMDF-004"),
  LISTS_QUEUES_IN_REFUSALS(
      PLAIN,
      "lists its queues when it refuses a node",
      (line, correct, server) ->
          rewritten(
              line.decidedBy(correct),
              "4.5.0",
              "; queues are " + server.config().channels().keySet()),
      "SEC-001",
      "SEC-005",
      "ETRN-053"),
  TELLS_WHERE_IT_FAILED(
      PLAIN,
      "tells an exception and its place when it refuses a node",
      (line, correct, server) ->
          rewritten(
              line.decidedBy(correct),
              "4.5.0",
              ": IllegalStateException at dev.etrn.Node.find(44)"),
      "SEC-038");

  private final FaultDescription<Behaviour> described;

  RefusalFault(Harm harm, String sentence, Behaviour behaviour, String... breaks) {
    this.described = FaultDescription.of(harm, sentence, behaviour, breaks);
  }

  @Override
  public FaultDescription<Behaviour> described() {
    return described;
  }

  /** Returns a 459 with another enhanced code and more text; other replies unchanged. */
  private static SmtpReply rewritten(SmtpReply reply, String enhanced, String more) {
    return reply.code() == 459
        ? SmtpReply.of(459, enhanced, SmtpReplyText.of(reply).split(" ", 2)[1] + more)
        : reply;
  }
}
