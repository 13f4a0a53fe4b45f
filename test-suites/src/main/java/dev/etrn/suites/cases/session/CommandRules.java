package dev.etrn.suites.cases.session;

import dev.etrn.suites.cases.session.Conversation.Unasked;
import dev.etrn.suites.cases.session.PairedCommand.Kind;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.PrintableText;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules on the replies to commands. */
final class CommandRules {

  /** The success codes of RFC 5321 section 4.3.2, RFC 3207 section 4 and RFC 4954 section 4. */
  private static final Map<String, Set<Integer>> SUCCESS =
      Map.of(
          "EHLO", Set.of(250),
          "HELO", Set.of(250),
          "MAIL", Set.of(250),
          "RCPT", Set.of(250, 251),
          "DATA", Set.of(354),
          "VRFY", Set.of(250, 251, 252),
          "STARTTLS", Set.of(220),
          "AUTH", Set.of(235, 334));

  private static final Set<Integer> ETRN_SUCCESS = Set.of(250, 251, 252, 253);
  private static final Map<String, Integer> PLAIN = Map.of("NOOP", 250, "RSET", 250, "QUIT", 221);
  private static final Map<String, String> PLAIN_REQUIREMENTS =
      Map.of("NOOP", "SMTP-042", "RSET", "SMTP-009", "QUIT", "SMTP-043");
  private static final int CLOSING = 421;
  private static final int NEEDS_TLS = 530;

  private CommandRules() {}

  /** Judges SMTP-046, or ETRN-058 if ETRN got more than one reply. */
  static List<Finding> oneReply(Conversation conversation) {
    var findings = new ArrayList<Finding>();
    conversation.unasked().forEach(unasked -> findings.add(extra(conversation, unasked)));
    List<PairedCommand> passedOver = conversation.passedOver();
    // RFC 2920 section 3.2 forbids only servers that offer PIPELINING to lose input.
    boolean isGroup = passedOver.stream().anyMatch(PairedCommand::isEarly);
    if (!passedOver.isEmpty() && (!isGroup || conversation.takesGroups())) {
      int sent = conversation.commands().size() - 1;
      findings.add(
          Finding.broken(
              "SMTP-046",
              sent
                  + " commands got "
                  + (sent - passedOver.size())
                  + " replies on "
                  + conversation.at()
                  + ", that to QUIT among them"));
    }
    return findings.isEmpty() && conversation.isGreeted()
        ? List.of(
            Finding.kept("SMTP-046", answered(conversation) + " replies, one to each command"))
        : findings;
  }

  private static Finding extra(Conversation conversation, Unasked unasked) {
    PairedCommand command = unasked.precedingCommand();
    return Finding.broken(
        command.is("ETRN") ? "ETRN-058" : "SMTP-046",
        "'"
            + PrintableText.quoted(unasked.reply())
            + "' on "
            + conversation.at()
            + " answers no command; it came behind the reply to "
            + shown(command));
  }

  private static long answered(Conversation conversation) {
    return conversation.commands().stream().filter(command -> command.reply().isPresent()).count()
        - 1;
  }

  /** Judges ETRN-026, ETRN-027 and SMTP-045. */
  static List<Finding> successCodes(Conversation conversation) {
    return conversation.isInStep()
        ? conversation.commands().stream()
            .flatMap(command -> command.reply().stream().flatMap(r -> success(command, r).stream()))
            .toList()
        : List.of();
  }

  private static List<Finding> success(PairedCommand command, Reply reply) {
    if (reply.firstDigit() != 2 && reply.firstDigit() != 3) {
      return List.of();
    }
    String observed = shown(command) + " got '" + PrintableText.quoted(reply) + "'";
    if (command.is("ETRN")) {
      return List.of(
          ETRN_SUCCESS.contains(reply.code())
              ? Finding.kept("ETRN-026", observed)
              : Finding.broken(reply.firstDigit() == 3 ? "ETRN-027" : "ETRN-026", observed));
    }
    Set<Integer> codes = command.kind() == Kind.CONTENT ? Set.of(250) : SUCCESS.get(command.verb());
    if (codes == null) {
      return List.of();
    }
    return List.of(
        codes.contains(reply.code())
            ? Finding.kept("SMTP-045", observed)
            : Finding.doubtful("SMTP-045", observed));
  }

  /** Judges SMTP-042, SMTP-009 and SMTP-043 on commands that were sent one by one. */
  static List<Finding> plainCommands(Conversation conversation) {
    if (!conversation.isInStep() || !conversation.isGreeted()) {
      return List.of();
    }
    var findings = new ArrayList<Finding>();
    List<PairedCommand> commands = conversation.commands();
    for (int i = 0; i < commands.size(); i++) {
      PairedCommand command = commands.get(i);
      boolean isBeforeMore = i + 1 < commands.size() && commands.get(i + 1).isEarly();
      // A server without PIPELINING may refuse the whole group (RFC 2920 section 3.2).
      if (PLAIN.containsKey(command.line().toUpperCase(Locale.ROOT))
          && !command.isEarly()
          && !isBeforeMore) {
        command.reply().ifPresent(reply -> findings.add(plain(conversation, command, reply)));
      }
    }
    unansweredQuit(conversation).ifPresent(findings::add);
    return findings;
  }

  /** SMTP-043: the server closed the connection at QUIT, and answered everything else. */
  private static Optional<Finding> unansweredQuit(Conversation conversation) {
    List<PairedCommand> commands = conversation.commands();
    PairedCommand last = commands.get(commands.size() - 1);
    boolean isClosed =
        conversation.end().filter(end -> end.how() == Event.Closing.BY_PEER).isPresent();
    boolean isOnlyUnanswered =
        commands.stream()
            .filter(command -> command.reply().isEmpty())
            .toList()
            .equals(List.of(last));
    return isClosed
            && isOnlyUnanswered
            && last.is("QUIT")
            && !last.isEarly()
            && !conversation.hasFarewell()
        ? Optional.of(
            Finding.broken("SMTP-043", "closed " + conversation.at() + " at QUIT without a reply"))
        : Optional.empty();
  }

  private static Finding plain(Conversation conversation, PairedCommand command, Reply reply) {
    String requirement = PLAIN_REQUIREMENTS.getOrDefault(command.verb(), "SMTP-042");
    String observed =
        command.verb() + " on " + conversation.at() + " got '" + PrintableText.quoted(reply) + "'";
    boolean isRight = PLAIN.getOrDefault(command.verb(), 0) == reply.code();
    // RFC 3207 section 4 lets a server want TLS before RSET, though not before NOOP and QUIT.
    boolean isDemand = command.is("RSET") && reply.code() == NEEDS_TLS;
    if (isRight || isDemand || reply.code() == CLOSING) {
      return Finding.kept(requirement, observed);
    }
    // 4yz says that the command may succeed the next time.
    return reply.firstDigit() == 4
        ? Finding.doubtful(requirement, observed)
        : Finding.broken(requirement, observed);
  }

  private static String shown(PairedCommand command) {
    return switch (command.kind()) {
      case GREETING -> "the connection";
      case CONTENT -> "the content of a message";
      case COMMAND, RESPONSE -> "'" + PrintableText.text(command.line()) + "'";
    };
  }
}
