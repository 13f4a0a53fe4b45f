package dev.etrn.suites.run.stage;

import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The refusal of a connection.
 *
 * @param reason the reply or action of the target
 * @param isLimit true if the target said that there are too many connections, or that it is busy
 */
public record ConnectionRefusal(String reason, boolean isLimit) {

  private static final int FAREWELL = 421;
  private static final int LONGEST = 120;
  private static final Pattern TOO_MANY =
      Pattern.compile("(?i)too (many|fast|often)|\\b(connection|rate) ?limit|rate exceeded");
  private static final Pattern LOAD =
      Pattern.compile("(?i)(many|concurrent) (connection|session)|\\bload|busy|resources");
  private static final Pattern FAREWELL_WORD = Pattern.compile("\\b421\\b");

  /**
   * Returns the refusal that the connection at this end met before its session was open; empty if
   * the session is open.
   */
  static Optional<ConnectionRefusal> of(Transcript transcript, End end) {
    Optional<Event.Unreachable> unreachable =
        transcript.all(Event.Unreachable.class).filter(e -> e.end().equals(end)).findFirst();
    if (unreachable.isPresent()) {
      return Optional.of(new ConnectionRefusal(unreachable.get().why(), false));
    }
    Dialogue dialogue = Dialogue.of(transcript, end);
    List<Reply> replies = dialogue.allReplies();
    if (replies.isEmpty()) {
      return dialogue.peerClosed()
          ? Optional.of(new ConnectionRefusal("closed without a greeting", false))
          : Optional.empty();
    }
    Reply last = replies.get(replies.size() - 1);
    return isLimit(last, replies.size() == 1)
        ? Optional.of(new ConnectionRefusal(text(last), true))
        : Optional.empty();
  }

  /** Returns the 421 about load or connections that ended a session; empty if there was none. */
  public static Optional<ConnectionRefusal> inSession(Transcript transcript) {
    return Dialogue.all(transcript).stream()
        .flatMap(dialogue -> dialogue.allReplies().stream())
        .filter(reply -> reply.code() == FAREWELL && LOAD.matcher(reply.text()).find())
        .findFirst()
        .map(reply -> new ConnectionRefusal(text(reply), true));
  }

  /**
   * Returns the refusal of a message that was not submitted; empty if a limit is not the reason.
   */
  static Optional<ConnectionRefusal> of(Event.NotInjected event) {
    return FAREWELL_WORD.matcher(event.why()).find() || TOO_MANY.matcher(event.why()).find()
        ? Optional.of(new ConnectionRefusal(cut(event.why()), true))
        : Optional.empty();
  }

  /**
   * Returns true for SMTP-028 in an open session; in place of a greeting, also for other replies
   * about a limit.
   */
  private static boolean isLimit(Reply reply, boolean isGreeting) {
    return reply.code() == FAREWELL
        || (isGreeting
            && (reply.firstDigit() == 4 || TOO_MANY.matcher(reply.text()).find())
            && reply.firstDigit() != 2);
  }

  private static String text(Reply reply) {
    return cut((reply.code() + " " + reply.text()).strip());
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
