package dev.etrn.suites.cases.session;

import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.EhloReply;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A connection of a client, read as commands with the replies that answer them, in their order (RFC
 * 5321 section 4.2: every command has exactly one reply).
 *
 * <p>It is read up to the first line that no client may send: a control or 8-bit octet, a bare CR
 * or LF, more than 512 octets. The reaction to such a line is the subject of cases, not of a rule
 * for every session.
 *
 * @param dialogue the same connection with all its replies, including those to such lines, which
 *     cases judge
 * @param commands the commands in the order in which they were sent, the greeting first
 * @param unasked the replies that do not answer a command, without a 421 that ends the session
 * @param end the end of the connection, if it ended while it was read
 * @param isWhole true if everything that was sent could be read
 * @param isInTls true if the last commands were sent inside TLS
 */
record Conversation(
    Dialogue dialogue,
    List<PairedCommand> commands,
    List<Unasked> unasked,
    Optional<Event.Closed> end,
    boolean isWhole,
    boolean isInTls) {

  private static final int GREETED = 220;
  private static final int CLOSING = 421;

  /**
   * A reply that does not answer a command.
   *
   * @param precedingCommand the last command that was answered before it
   */
  record Unasked(Reply reply, PairedCommand precedingCommand) {}

  Conversation {
    commands = List.copyOf(commands);
    unasked = List.copyOf(unasked);
  }

  /** Returns all connections of clients, in order. */
  static List<Conversation> all(Transcript transcript) {
    Map<String, List<Event>> events =
        transcript.events().stream().collect(Collectors.groupingBy(Conversation::end));
    return Dialogue.all(transcript).stream()
        .map(
            dialogue ->
                ConversationReader.read(
                    events.getOrDefault(dialogue.end().toString(), List.of()), dialogue))
        .toList();
  }

  /** Returns the end that an event belongs to; empty for an event of no conversation. */
  private static String end(Event event) {
    if (event instanceof Event.AtEnd endEvent) {
      return endEvent.end().toString();
    }
    return event instanceof Event.Fact fact ? Facts.floodedEnd(fact).orElse("") : "";
  }

  End at() {
    return dialogue.end();
  }

  /**
   * Returns the replies to lines that a client may send, and those that do not answer a command.
   */
  List<Reply> replies() {
    return Stream.concat(
            commands.stream().flatMap(command -> command.reply().stream()),
            unasked.stream().map(Unasked::reply))
        .toList();
  }

  boolean isGreeted() {
    return !commands.isEmpty() && commands.get(0).code() == GREETED;
  }

  /** Returns true if it is certain which reply answers which command. */
  boolean isInStep() {
    return unasked.isEmpty() && passedOver().isEmpty();
  }

  /**
   * Returns the commands that got no reply although QUIT did, whose reply came in their place.
   *
   * @return as many commands as were passed over; the last ones, because it is not known which
   */
  List<PairedCommand> passedOver() {
    List<PairedCommand> unanswered =
        commands.stream().filter(command -> command.reply().isEmpty()).toList();
    boolean isQuitOpen = unanswered.stream().anyMatch(command -> command.is("QUIT"));
    boolean isFarewellElsewhere =
        commands.stream().anyMatch(command -> command.code() == 221 && !command.is("QUIT"));
    return isQuitOpen && isFarewellElsewhere ? unanswered : List.of();
  }

  /** Returns true if commands may come in groups (RFC 2920 section 3.1). */
  boolean takesGroups() {
    return commands.stream()
        .filter(command -> command.is("EHLO"))
        .anyMatch(command -> EhloReply.of(command.reply()).lists("PIPELINING"));
  }

  /** Returns true if the server said with 421 that it ends the session (RFC 5321 section 3.8). */
  boolean hasFarewell() {
    return dialogue.allReplies().stream().anyMatch(reply -> reply.code() == CLOSING);
  }
}
