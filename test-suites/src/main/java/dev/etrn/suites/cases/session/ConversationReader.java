package dev.etrn.suites.cases.session;

import dev.etrn.suites.cases.session.Conversation.Unasked;
import dev.etrn.suites.cases.session.PairedCommand.Kind;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.ReplyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pass over the events of a connection, which pairs commands with their replies. */
final class ConversationReader {

  private static final int LONGEST_LINE = 510;
  private static final int CLOSING = 421;

  private final List<PairedCommand> commands = new ArrayList<>();
  private final List<Unasked> unasked = new ArrayList<>();
  private final StringBuilder unread = new StringBuilder();
  private ReplyReader replies = new ReplyReader();
  private int answered;
  private Optional<Event.Closed> end = Optional.empty();
  private boolean inContent;
  private boolean inExchange;
  private boolean awaitsTls;
  private boolean isInTls;
  private boolean isHostile;
  private boolean isOver;

  private ConversationReader() {}

  /**
   * Reads a connection.
   *
   * @param events the events of the connection, and the fact that its client wrote more than was
   *     recorded
   */
  static Conversation read(List<Event> events, Dialogue dialogue) {
    var reader = new ConversationReader();
    // A recording need not have the event that opens the connection, which the greeting answers.
    reader.commands.add(PairedCommand.greeting(0));
    for (Event event : events) {
      boolean isFlood = event instanceof Event.Fact;
      reader.isHostile |= isFlood;
      reader.isOver |= isFlood;
      if (event instanceof Event.AtEnd endEvent && !reader.isOver) {
        reader.take(endEvent);
      }
    }
    return new Conversation(
        dialogue, reader.commands, reader.unasked, reader.end, !reader.isHostile, reader.isInTls);
  }

  private void take(Event.AtEnd event) {
    if (event instanceof Event.Opened opened) {
      commands.set(0, PairedCommand.greeting(opened.nanos()));
    } else if (event instanceof Event.Sent sent) {
      sent(sent);
    } else if (event instanceof Event.Received received) {
      received(received);
    } else if (event instanceof Event.Handshake handshake) {
      secured(handshake);
    } else if (event instanceof Event.Closed closed) {
      end = Optional.of(closed);
      // Nothing is expected of the server once this end is closed.
      isOver = true;
    }
  }

  private void secured(Event.Handshake handshake) {
    // RFC 3207 section 4.2: the session begins anew, and without another greeting.
    isOver = !handshake.isSecure();
    awaitsTls = false;
    isInTls = handshake.isSecure();
    replies = new ReplyReader();
    unread.setLength(0);
  }

  private void sent(Event.Sent sent) {
    // Commands in the clear after STARTTLS are hostile (TLS-004).
    isHostile |= awaitsTls;
    isOver |= awaitsTls;
    unread.append(sent.octets().text());
    while (!isOver && (inContent ? content(sent.nanos()) : line(sent.nanos()))) {
      // Each round takes one line or one content.
    }
    if (!inContent && !isPlain(unread.toString().replaceFirst("\r$", ""))) {
      stopReading();
    }
  }

  /** Takes a line off the octets that were sent; returns false if there is no complete line. */
  private boolean line(long nanos) {
    int lineEnd = unread.indexOf("\r\n");
    if (lineEnd < 0) {
      return false;
    }
    String line = unread.substring(0, lineEnd);
    if (!isPlain(line) || line.length() > LONGEST_LINE) {
      stopReading();
      return false;
    }
    unread.delete(0, lineEnd + 2);
    add(inExchange ? Kind.RESPONSE : Kind.COMMAND, line, nanos);
    inExchange = false;
    if (commands.get(commands.size() - 1).is("STARTTLS") && !unread.isEmpty()) {
      stopReading();
    }
    return true;
  }

  private boolean content(long nanos) {
    String text = unread.toString();
    int dot = text.startsWith(".\r\n") ? -2 : text.indexOf("\r\n.\r\n");
    if (text.replace("\r\n", "").matches("(?s).*[\r\n].*")) {
      stopReading();
      return false;
    } else if (dot == -1) {
      return false;
    }
    unread.delete(0, dot + 5);
    inContent = false;
    add(Kind.CONTENT, "", nanos);
    return true;
  }

  /** Ends the reading before input that no client may send. */
  private void stopReading() {
    isHostile = true;
    isOver = true;
  }

  private void add(Kind kind, String line, long nanos) {
    commands.add(
        new PairedCommand(kind, line, nanos, answered < commands.size(), Optional.empty()));
  }

  private void received(Event.Received received) {
    replies.feed(received.nanos(), received.octets()).forEach(this::answer);
  }

  private void answer(Reply reply) {
    if (awaitsTls) {
      // It may be a TLS record, or the reply to a command in the clear.
      return;
    } else if (answered < commands.size()) {
      PairedCommand command = commands.get(answered).answered(reply);
      commands.set(answered++, command);
      inContent = command.is("DATA") && reply.code() == 354;
      inExchange = (command.is("AUTH") || command.kind() == Kind.RESPONSE) && reply.code() == 334;
      awaitsTls = command.is("STARTTLS") && reply.code() == 220;
    } else if (reply.code() != CLOSING) {
      unasked.add(new Unasked(reply, commands.get(commands.size() - 1)));
    }
  }

  /** Returns true if a client may send this line (RFC 5321 section 4.1.2). */
  private static boolean isPlain(CharSequence line) {
    return line.chars().allMatch(octet -> octet == '\t' || (octet >= ' ' && octet <= '~'));
  }
}
