package dev.etrn.server.fault.etrn;

import static dev.etrn.server.fault.Harm.GRAVE;
import static dev.etrn.server.fault.Harm.NONE;
import static dev.etrn.server.fault.Harm.PLAIN;

import dev.etrn.server.fault.FaultDescription;
import dev.etrn.server.fault.Harm;
import dev.etrn.server.fault.SmtpReplyText;
import dev.etrn.server.wire.SmtpReply;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The faults in whether a request is accepted, and in the reply to an accepted one. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum AnswerFault implements DecisionFault {
  ACCEPTS_IN_TRANSACTION(
      PLAIN,
      "answers ETRN inside a transaction as if there were none",
      (line, correct, server) -> line.outsideTransaction().decidedBy(correct),
      "ETRN-011",
      "ETRN-012",
      "SMTP-030"),
  REFUSES_OUTSIDE_TRANSACTION(
      GRAVE,
      "answers 503 to every ETRN",
      (line, correct, server) -> SmtpReply.of(503, "5.5.1", "not allowed now"),
      "ETRN-010",
      "ETRN-028",
      "DECL-001"),
  ANNOUNCED_BUT_NOT_IMPLEMENTED(
      GRAVE,
      "lists ETRN and answers it with 502",
      (line, correct, server) -> SmtpReply.of(502, "5.5.1", "command not implemented"),
      "SMTP-003",
      "ETRN-028",
      "DECL-001"),
  NAMES_ANOTHER_NODE(
      PLAIN,
      "names another node in its success",
      (line, correct, server) -> {
        SmtpReply reply = line.decidedBy(correct);
        return reply.code() / 100 == 2
            ? SmtpReply.plain(
                reply.code(),
                SmtpReplyText.of(reply).replace("node " + line.argument(), "node other.example"))
            : reply;
      },
      "ETRN-034",
      "PIPE-006"),
  SUCCEEDS_WITH_220(
      GRAVE,
      "answers 220 for success",
      recoding(2, 220, "2.5.0"),
      "ETRN-026",
      "PMDF-001",
      "ETRN-029",
      "ETRN-033",
      "ETRN-034",
      "ETRN-052",
      "SMTP-045"),
  NAMES_NO_NODE(
      NONE,
      "does not name the node in its success",
      leavingOut(" (for )?node [^ ]+(?= |$)"),
      "ETRN-034"),
  SUCCEEDS_WITH_254(
      GRAVE,
      "answers 254 for success",
      recoding(2, 254, "2.5.0"),
      "ETRN-026",
      "PMDF-001",
      "ETRN-029",
      "ETRN-033",
      "ETRN-034",
      "ETRN-052",
      "SMTP-045"),
  SUCCEEDS_WITH_354(
      GRAVE,
      "answers 354 for success",
      recoding(2, 354, ""),
      "ETRN-027",
      "PMDF-001",
      "ESC-001",
      "DECL-001",
      "SMTP-045"),
  SAYS_PENDING_WHEN_EMPTY(
      PLAIN,
      "answers 252 when nothing waits",
      insteadOf(251, reply -> recoded(reply, 252)),
      "ETRN-029",
      "ETRN-030",
      "ETRN-033"),
  SAYS_EMPTY_WHEN_PENDING(
      PLAIN,
      "answers 251 although mail waits",
      insteadOf(253, reply -> recoded(reply, 251)),
      "ETRN-031",
      "ETRN-033"),
  MISCOUNTS(
      PLAIN,
      "reports one waiting message too many",
      insteadOf(253, reply -> miscounted(reply)),
      "ETRN-032"),
  NAMES_NO_CHANNEL(
      PLAIN, "does not name the channel in its success", leavingOut(" on channel .*"), "PMDF-001"),
  RUNS_ALL_WHEN_EMPTY(
      GRAVE,
      "runs every queue when nothing waits for the node",
      (line, correct, server) -> {
        SmtpReply reply = line.decidedBy(correct);
        if (reply.code() == 251) {
          server.runEverything();
        }
        return reply;
      },
      "ETRN-018",
      "ETRN-024",
      "DECL-005");

  private static final Pattern NUMBER = Pattern.compile("(?<=, )[0-9]+(?= pending)");

  private final FaultDescription<Behaviour> described;

  AnswerFault(Harm harm, String sentence, Behaviour behaviour, String... breaks) {
    this.described = FaultDescription.of(harm, sentence, behaviour, breaks);
  }

  @Override
  public FaultDescription<Behaviour> described() {
    return described;
  }

  private static Behaviour recoding(int firstDigit, int code, String enhanced) {
    return (line, correct, server) -> {
      SmtpReply reply = line.decidedBy(correct);
      return reply.code() / 100 != firstDigit
          ? reply
          : enhanced.isEmpty() ? SmtpReply.plain(code, "OK") : SmtpReply.of(code, enhanced, "OK");
    };
  }

  /** Returns a behaviour that changes replies with this code. */
  private static Behaviour insteadOf(int code, UnaryOperator<SmtpReply> change) {
    return (line, correct, server) -> {
      SmtpReply reply = line.decidedBy(correct);
      return reply.code() == code ? change.apply(reply) : reply;
    };
  }

  /** Returns a behaviour that leaves out a part of the text of a success. */
  private static Behaviour leavingOut(String part) {
    return (line, correct, server) -> {
      SmtpReply reply = line.decidedBy(correct);
      return reply.code() / 100 == 2
          ? SmtpReply.plain(reply.code(), SmtpReplyText.of(reply).replaceFirst(part, ""))
          : reply;
    };
  }

  private static SmtpReply recoded(SmtpReply reply, int code) {
    return SmtpReply.plain(code, SmtpReplyText.of(reply));
  }

  private static SmtpReply miscounted(SmtpReply reply) {
    Matcher number = NUMBER.matcher(SmtpReplyText.of(reply));
    return SmtpReply.plain(
        reply.code(),
        number.replaceAll(digits -> Integer.toString(Integer.parseInt(digits.group()) + 1)));
  }
}
