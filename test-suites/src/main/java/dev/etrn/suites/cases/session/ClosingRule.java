package dev.etrn.suites.cases.session;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.PrintableText;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The rule of the end of sessions (RFC 5321 section 3.8): a server closes after QUIT or 421, or
 * when a client was silent for long, and not without a reason.
 *
 * <p>Section 7.8 allows a server to defend itself, so a session with many refusals is not judged,
 * and neither is one whose client did not wait for replies.
 */
final class ClosingRule {

  private static final String REQUIREMENT = "SMTP-028";

  /** The number of refusals that look like an attack to some servers. */
  private static final int MANY_REFUSALS = 5;

  /** The silence after which an end is not judged here; a server waits five minutes (SMTP-029). */
  private static final long LONG_SILENCE_NANOS = Duration.ofMinutes(1).toNanos();

  private ClosingRule() {}

  static List<Finding> judge(Conversation conversation) {
    if (!conversation.isGreeted() || !isJudged(conversation)) {
      return List.of();
    }
    Optional<Event.Closing> closing =
        conversation.end().map(Event.Closed::how).filter(ClosingRule::isByPeer);
    boolean isExplained = conversation.hasFarewell() || hasQuit(conversation);
    if (closing.isEmpty() || isExplained) {
      return List.of(Finding.kept(REQUIREMENT, "no session ended without QUIT or 421"));
    }
    return List.of(closed(conversation, closing.get()));
  }

  private static Finding closed(Conversation conversation, Event.Closing closing) {
    PairedCommand last = conversation.commands().get(conversation.commands().size() - 1);
    boolean isReset = closing == Event.Closing.RESET_BY_PEER;
    String observed =
        (isReset ? "reset " : "closed ")
            + conversation.at()
            + " without 421, after "
            + (last.line().isEmpty() ? "the greeting" : "'" + PrintableText.text(last.line()) + "'")
            + last.reply()
                .map(r -> " got '" + PrintableText.quoted(r) + "'")
                .orElse(", unanswered");
    if (isReset) {
      // The reset may come from anything on the path between the two.
      return Finding.noted(REQUIREMENT, observed);
    }
    // After a refusal the client at least knows that the command failed.
    boolean isDoubt = last.reply().filter(r -> r.firstDigit() >= 4).isPresent();
    return isDoubt
        ? Finding.doubtful(REQUIREMENT, observed)
        : Finding.broken(REQUIREMENT, observed);
  }

  private static boolean isJudged(Conversation conversation) {
    long refusals =
        conversation.dialogue().allReplies().stream().filter(r -> r.firstDigit() >= 4).count();
    boolean isPatient = conversation.commands().stream().noneMatch(PairedCommand::isEarly);
    return refusals < MANY_REFUSALS && isPatient && !isAfterSilence(conversation);
  }

  private static boolean isAfterSilence(Conversation conversation) {
    long last =
        conversation.commands().stream()
            .mapToLong(command -> command.reply().map(Reply::nanos).orElse(command.nanos()))
            .max()
            .orElse(0);
    return conversation.end().filter(e -> e.nanos() - last > LONG_SILENCE_NANOS).isPresent();
  }

  private static boolean hasQuit(Conversation conversation) {
    return conversation.commands().stream().anyMatch(command -> command.is("QUIT"));
  }

  private static boolean isByPeer(Event.Closing closing) {
    return closing == Event.Closing.BY_PEER || closing == Event.Closing.RESET_BY_PEER;
  }
}
