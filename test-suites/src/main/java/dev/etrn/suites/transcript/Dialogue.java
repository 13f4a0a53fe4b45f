package dev.etrn.suites.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A client connection of a transcript, read as steps with the octets sent and the replies of each.
 *
 * <p>A reply belongs to the step in which its last octet was read; a 421 that comes after the
 * replies to the commands of a step is a step of its own, {@link #FAREWELL}. A step {@link #RETRY}
 * repeats the step before it, which was answered "later". It takes the name of that step, which
 * becomes {@link #BUSY}, so that a judge sees the last reply. A view: it judges nothing.
 */
public final class Dialogue {

  /** The name of the step of a 421 that does not answer a command (RFC 5321 section 3.8). */
  public static final String FAREWELL = "farewell";

  /** The name by which a script marks that it repeats the request of the step before. */
  public static final String RETRY = "retry";

  /** The name of a step whose request was answered 458 and repeated. */
  public static final String BUSY = "busy";

  /**
   * The octets and replies between a step and the next one.
   *
   * @param name the step's name in the script; before the first step, the empty string
   * @param sent all octets sent in this step
   * @param sentNanos the time at which the first of them was written; empty if nothing was sent
   * @param replies the replies that were completed in this step
   */
  public record Exchange(String name, Octets sent, OptionalLong sentNanos, List<Reply> replies) {
    public Exchange {
      replies = List.copyOf(replies);
    }
  }

  private final End end;
  private final List<Exchange> exchanges;
  private final boolean connected;
  private final boolean peerClosed;
  private final boolean reset;
  private final Octets leftover;
  private final Optional<Event.Handshake> handshake;

  private Dialogue(End end, List<Event> events) {
    this.end = end;
    var reader = new ReplyReader();
    this.exchanges = exchanges(events, reader);
    this.leftover = reader.leftover();
    this.handshake =
        events.stream()
            .filter(Event.Handshake.class::isInstance)
            .map(Event.Handshake.class::cast)
            .findFirst();
    this.connected = events.stream().anyMatch(Event.Opened.class::isInstance);
    this.reset = closings(events).anyMatch(Event.Closing.RESET_BY_PEER::equals);
    this.peerClosed = reset || closings(events).anyMatch(Event.Closing.BY_PEER::equals);
  }

  /** Returns the connection at {@code end}; it has no steps if the transcript does not have it. */
  public static Dialogue of(Transcript transcript, End end) {
    return new Dialogue(
        end,
        transcript
            .all(Event.AtEnd.class)
            .filter(e -> e.end().equals(end))
            .map(Event.class::cast)
            .toList());
  }

  /** Returns the script's first connection. */
  public static Dialogue first(Transcript transcript) {
    return of(transcript, new End(End.Side.CLIENT, 1));
  }

  /** Returns all connections that scripts opened, in order. */
  public static List<Dialogue> all(Transcript transcript) {
    var ends = new TreeMap<Integer, List<Event>>();
    transcript
        .all(Event.AtEnd.class)
        .filter(e -> e.end().side() == End.Side.CLIENT)
        .forEach(e -> ends.computeIfAbsent(e.end().number(), n -> new ArrayList<>()).add(e));
    return ends.entrySet().stream()
        .map(entry -> new Dialogue(new End(End.Side.CLIENT, entry.getKey()), entry.getValue()))
        .toList();
  }

  public End end() {
    return end;
  }

  public boolean connected() {
    return connected;
  }

  /** Returns true if the peer closed or reset the connection before the harness did. */
  public boolean peerClosed() {
    return peerClosed;
  }

  public boolean resetByPeer() {
    return reset;
  }

  /** Returns the end of the TLS handshake, if there was one. */
  public Optional<Event.Handshake> handshake() {
    return handshake;
  }

  /** Returns the octets after the last complete reply. */
  public Octets leftover() {
    return leftover;
  }

  public List<Exchange> exchanges() {
    return exchanges;
  }

  /** Returns the exchanges of the steps named {@code step}. */
  public List<Exchange> exchanges(String step) {
    return exchanges.stream().filter(e -> e.name().equals(step)).toList();
  }

  public boolean has(String step) {
    return !exchanges(step).isEmpty();
  }

  /** Returns the replies that were read in the steps named {@code step}. */
  public List<Reply> replies(String step) {
    return exchanges(step).stream().flatMap(e -> e.replies().stream()).toList();
  }

  public Optional<Reply> firstReply(String step) {
    return replies(step).stream().findFirst();
  }

  public List<Reply> allReplies() {
    return exchanges.stream().flatMap(e -> e.replies().stream()).toList();
  }

  /** Returns the time at which the first octet of {@code step} was written. */
  public OptionalLong sentAt(String step) {
    return exchanges(step).stream()
        .map(Exchange::sentNanos)
        .flatMapToLong(OptionalLong::stream)
        .min();
  }

  /**
   * Returns the lines of the EHLO reply after the first, as they came; none if EHLO was refused.
   */
  public List<String> ehloLines() {
    return firstReply("ehlo")
        .filter(r -> r.code() == 250)
        .map(r -> r.lines().subList(1, r.lines().size()))
        .orElse(List.of());
  }

  /** Returns the EHLO keywords in upper case, without parameters (RFC 5321 section 4.1.1.1). */
  public List<String> keywords() {
    return ehloLines().stream()
        .map(line -> line.strip().split("[ =]", 2)[0].toUpperCase(Locale.ROOT))
        .toList();
  }

  private static Stream<Event.Closing> closings(List<Event> events) {
    return events.stream()
        .filter(Event.Closed.class::isInstance)
        .map(e -> ((Event.Closed) e).how());
  }

  private static List<Exchange> exchanges(List<Event> events, ReplyReader reader) {
    var exchanges = new ArrayList<Exchange>();
    var open = new OpenExchange("");
    for (Event event : events) {
      if (event instanceof Event.Step step) {
        open.endInto(exchanges);
        boolean isRetry = step.name().equals(RETRY);
        open = new OpenExchange(isRetry ? markBusy(exchanges) : step.name());
      } else if (event instanceof Event.Sent sent) {
        open.sent(sent);
      } else if (event instanceof Event.Received received) {
        open.replies.addAll(reader.feed(received.nanos(), received.octets()));
      }
    }
    open.endInto(exchanges);
    return List.copyOf(exchanges);
  }

  /** Renames the step that is repeated, and returns the name that it had before. */
  private static String markBusy(List<Exchange> exchanges) {
    for (int i = exchanges.size() - 1; i >= 0; i--) {
      Exchange exchange = exchanges.get(i);
      if (!exchange.name().equals(FAREWELL)) {
        exchanges.set(
            i, new Exchange(BUSY, exchange.sent(), exchange.sentNanos(), exchange.replies()));
        return exchange.name();
      }
    }
    return RETRY;
  }

  private static final class OpenExchange {
    private final String name;
    private final StringBuilder sent = new StringBuilder();
    private final List<Reply> replies = new ArrayList<>();
    private OptionalLong sentNanos = OptionalLong.empty();

    OpenExchange(String name) {
      this.name = name;
    }

    void sent(Event.Sent event) {
      if (sentNanos.isEmpty()) {
        sentNanos = OptionalLong.of(event.nanos());
      }
      sent.append(event.octets().text());
    }

    void endInto(List<Exchange> exchanges) {
      Optional<Reply> farewell = farewell();
      farewell.ifPresent(reply -> replies.remove(replies.size() - 1));
      exchanges.add(new Exchange(name, Octets.of(sent.toString()), sentNanos, replies));
      farewell.ifPresent(
          reply ->
              exchanges.add(
                  new Exchange(FAREWELL, Octets.of(""), OptionalLong.empty(), List.of(reply))));
    }

    /** SMTP-028: a server may say 421 at any time, without a command that it answers. */
    private Optional<Reply> farewell() {
      long expected = Math.max(1, sent.chars().filter(octet -> octet == '\n').count());
      return replies.size() > expected && replies.get(replies.size() - 1).code() == 421
          ? Optional.of(replies.get(replies.size() - 1))
          : Optional.empty();
    }
  }
}
