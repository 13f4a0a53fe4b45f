package dev.etrn.suites.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The deliveries to the sink: its connections, read as mail transactions.
 *
 * <p>The sink answers each command with one reply, so the n-th command and the n-th reply after the
 * greeting belong together, pipelined or not; after a 354 come content and one more reply.
 */
public final class Deliveries {

  private final List<InboundConnection> connections;
  private final List<Event.Injected> handedOver;
  private final Optional<RunToken> run;
  private final Map<String, List<Delivery>> acceptedByToken = new HashMap<>();

  private Deliveries(
      List<InboundConnection> connections,
      List<Event.Injected> handedOver,
      Optional<RunToken> run) {
    this.connections = connections;
    this.handedOver = handedOver;
    this.run = run;
    for (Delivery delivery : all()) {
      if (delivery.accepted()) {
        delivery
            .tokens()
            .forEach(
                token ->
                    acceptedByToken.computeIfAbsent(token, t -> new ArrayList<>()).add(delivery));
      }
    }
  }

  public static Deliveries of(Transcript transcript) {
    return new Deliveries(
        transcript
            .all(Event.AtEnd.class)
            .map(Event.AtEnd::end)
            .filter(e -> e.side() == End.Side.SINK)
            .distinct()
            .sorted(Comparator.comparingInt(End::number))
            .map(end -> InboundConnection.read(transcript, end))
            .toList(),
        transcript.all(Event.Injected.class).toList(),
        transcript.fact(Facts.RUN));
  }

  /**
   * Returns all completed transactions, in the order of their final dots. Mail that an earlier run
   * of the harness left in the target's queue is not among them.
   */
  public List<Delivery> all() {
    return connections.stream()
        .flatMap(c -> c.deliveries().stream())
        .filter(delivery -> !isLeftOver(delivery))
        .sorted(Comparator.comparingLong(Delivery::receivedNanos))
        .toList();
  }

  /** Returns the accepted deliveries of the message with this token, to any recipient. */
  public List<Delivery> accepted(String token) {
    return acceptedByToken.getOrDefault(token, List.of());
  }

  /**
   * Returns the accepted deliveries of a message to one of its recipients. A delivery that went
   * only to wrong recipients counts too: the message came, though to the wrong place.
   */
  public List<Delivery> accepted(Event.Injected message) {
    return accepted(message.token()).stream()
        .filter(
            delivery ->
                delivery.isFor(message.recipient()) || isMisdirected(delivery, message.token()))
        .toList();
  }

  private boolean isMisdirected(Delivery delivery, String token) {
    return handedOver.stream()
        .filter(message -> message.token().equals(token))
        .noneMatch(message -> delivery.isFor(message.recipient()));
  }

  private boolean isLeftOver(Delivery delivery) {
    return run.isPresent()
        && !delivery.recipients().isEmpty()
        && delivery.recipients().stream()
            .map(RunToken::of)
            .allMatch(token -> token.isPresent() && !token.equals(run));
  }

  public List<InboundConnection> connections() {
    return connections;
  }

  /**
   * A connection that the target opened to the sink.
   *
   * @param openedNanos the time at which it was accepted; negative if before the experiment
   * @param greetedAs the name in EHLO or HELO, or empty
   */
  public record InboundConnection(
      End end, long openedNanos, String peer, String greetedAs, List<Delivery> deliveries) {

    public InboundConnection {
      deliveries = List.copyOf(deliveries);
    }

    static InboundConnection read(Transcript transcript, End end) {
      return new Reading(transcript, end).connection();
    }
  }

  /** The pass over the commands of a connection and their replies. */
  private static final class Reading {
    private final End end;
    private final List<Reply> replies;
    private final TimedOctets input = new TimedOctets();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<String> recipients = new ArrayList<>();
    private long opened;
    private String peer = "";
    private String greetedAs = "";
    private String sender = "";
    private int nextReply = 1;

    Reading(Transcript transcript, End end) {
      this.end = end;
      var reader = new ReplyReader();
      transcript
          .all(Event.AtEnd.class)
          .filter(e -> e.end().equals(end))
          .forEach(event -> take(event, reader));
      this.replies = reader.replies();
    }

    private void take(Event event, ReplyReader reader) {
      if (event instanceof Event.Opened open) {
        opened = open.nanos();
        peer = open.peer();
      } else if (event instanceof Event.Received received) {
        input.add(received.nanos(), received.octets());
      } else if (event instanceof Event.Sent sent) {
        reader.feed(sent.nanos(), sent.octets());
      }
    }

    InboundConnection connection() {
      String text = input.text();
      int start = 0;
      int lineEnd;
      while ((lineEnd = text.indexOf("\r\n", start)) >= 0) {
        String command = text.substring(start, lineEnd);
        start = lineEnd + 2;
        if (command(command) == 354) {
          start = content(text, start);
        }
      }
      return new InboundConnection(end, opened, peer, greetedAs, deliveries);
    }

    /** Records a command; returns the code of its reply, or 0. */
    private int command(String line) {
      int code = nextReply < replies.size() ? replies.get(nextReply).code() : 0;
      nextReply++;
      String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
      switch (verb) {
        case "EHLO", "HELO" -> greetedAs = line.substring(4).strip();
        case "MAIL" -> {
          sender = path(line);
          recipients.clear();
        }
        case "RCPT" -> {
          if (code / 100 == 2) {
            recipients.add(path(line));
          }
        }
        case "RSET" -> recipients.clear();
        default -> {}
      }
      return code;
    }

    /** Reads the content at {@code start}; returns the index of the next command. */
    private int content(String text, int start) {
      boolean empty = text.startsWith(".\r\n", start);
      int dot = empty ? start - 2 : text.indexOf("\r\n.\r\n", start);
      if (dot < 0) {
        return text.length();
      }
      int next = dot + 5;
      int code = nextReply < replies.size() ? replies.get(nextReply).code() : 0;
      nextReply++;
      String stuffed = empty ? "" : text.substring(start, dot + 2);
      deliveries.add(
          new Delivery(
              end,
              opened,
              peer,
              sender,
              recipients,
              Octets.of(unstuffed(stuffed)),
              input.nanosAt(next - 1),
              code / 100 == 2));
      recipients.clear();
      return next;
    }

    private static String unstuffed(String content) {
      String rest = content.startsWith(".") ? content.substring(1) : content;
      return rest.replace("\r\n.", "\r\n");
    }

    private static String path(String line) {
      int open = line.indexOf('<');
      int close = line.indexOf('>', open + 1);
      return open < 0 || close < 0 ? "" : line.substring(open + 1, close);
    }
  }
}
