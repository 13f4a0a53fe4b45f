package dev.etrn.suites.cases.session;

import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.EhloReply;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One connection of a client, read as commands with the replies that answer them, in their order
 * (RFC 5321 section 4.2: every command has exactly one reply).
 *
 * <p>It is read up to the first line that no client may send: a control or 8-bit octet, a bare CR
 * or LF, more than 512 octets. What a server makes of such a line is the subject of cases, not of a
 * rule for every session.
 *
 * @param dialogue the same connection with all its replies, also those to such lines, which are
 *     judged by cases
 * @param commands in the order in which they were sent, the greeting first
 * @param unasked replies that answer no command, without a 421 that ends the session
 * @param end how the connection ended, if it did while it was read
 * @param isWhole whether all that was sent could be read
 * @param isInTls whether the last of them were sent inside TLS
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
   * A reply that nothing asked for.
   *
   * @param behind the last command that was answered before it
   */
  record Unasked(Reply reply, PairedCommand behind) {}

  Conversation {
    commands = List.copyOf(commands);
    unasked = List.copyOf(unasked);
  }

  /** All connections of clients, in order. */
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

  /** The end that an event concerns; empty when it is none that a conversation is read from. */
  private static String end(Event event) {
    if (event instanceof Event.AtEnd at) {
      return at.end().toString();
    }
    return event instanceof Event.Fact fact && fact.name().startsWith(Dialogue.FLOODED)
        ? fact.name().substring(Dialogue.FLOODED.length())
        : "";
  }

  End at() {
    return dialogue.end();
  }

  /** The replies to what a client may send, and those that answer nothing. */
  List<Reply> replies() {
    return Stream.concat(
            commands.stream().flatMap(command -> command.reply().stream()),
            unasked.stream().map(Unasked::reply))
        .toList();
  }

  boolean isGreeted() {
    return !commands.isEmpty() && commands.get(0).code() == GREETED;
  }

  /** Whether each reply is known to belong to its command. */
  boolean isInStep() {
    return unasked.isEmpty() && passedOver().isEmpty();
  }

  /**
   * Turns that got no reply although a later one did: that to QUIT came in their place.
   *
   * @return as many as were passed over, the last ones; which they were cannot be told
   */
  List<PairedCommand> passedOver() {
    List<PairedCommand> open =
        commands.stream().filter(command -> command.reply().isEmpty()).toList();
    boolean isQuitOpen = open.stream().anyMatch(command -> command.is("QUIT"));
    boolean isFarewellElsewhere =
        commands.stream().anyMatch(command -> command.code() == 221 && !command.is("QUIT"));
    return isQuitOpen && isFarewellElsewhere ? open : List.of();
  }

  /** Whether commands may come in groups (RFC 2920 section 3.1). */
  boolean takesGroups() {
    return commands.stream()
        .filter(command -> command.is("EHLO"))
        .anyMatch(command -> EhloReply.of(command.reply()).lists("PIPELINING"));
  }

  /** Whether the server said that it ends the session (RFC 5321 section 3.8). */
  boolean hasFarewell() {
    return dialogue.allReplies().stream().anyMatch(reply -> reply.code() == CLOSING);
  }
}
