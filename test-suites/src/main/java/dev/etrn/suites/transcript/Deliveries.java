package dev.etrn.suites.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the sink saw: its connections, read as mail transactions.
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
        transcript.fact(RunToken.FACT).map(RunToken::new));
  }

  /**
   * All transactions that were carried through, in the order of their final dots. What an earlier
   * run of the harness left in the queue of the target is not among them.
   */
  public List<Delivery> all() {
    return connections.stream()
        .flatMap(c -> c.deliveries().stream())
        .filter(delivery -> !isLeftOver(delivery))
        .sorted(Comparator.comparingLong(Delivery::receivedNanos))
        .toList();
  }

  /** The accepted deliveries of the message with this token, to whomever. */
  public List<Delivery> accepted(String token) {
    return acceptedByToken.getOrDefault(token, List.of());
  }

  /**
   * The accepted deliveries of a message to one of its recipients. What came to nobody that it was
   * meant for counts too: it came, though to the wrong place.
   */
  public List<Delivery> accepted(Event.Injected message) {
    return accepted(message.token()).stream()
        .filter(
            delivery -> delivery.isFor(message.recipient()) || isAstray(delivery, message.token()))
        .toList();
  }

  private boolean isAstray(Delivery delivery, String token) {
    return handedOver.stream()
        .filter(message -> message.token().equals(token))
        .noneMatch(message -> delivery.isFor(message.recipient()));
  }

  private boolean isLeftOver(Delivery delivery) {
    return run.isPresent()
        && !delivery.recipients().isEmpty()
        && delivery.recipients().stream()
            .map(RunToken::of)
            .allMatch(of -> of.isPresent() && !of.equals(run));
  }

  public List<InboundConnection> connections() {
    return connections;
  }

  /**
   * One connection that the target opened to the sink.
   *
   * @param openedNanos when it was accepted; negative when before the experiment
   * @param greetedAs the name given with EHLO or HELO, or empty
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

  /** Walks one connection's commands beside its replies. */
  private static final class Reading {
    private final End end;
    private final List<Reply> replies;
    private final TimedOctets in = new TimedOctets();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<String> recipients = new ArrayList<>();
    private long opened;
    private String peer = "";
    private String greetedAs = "";
    private String sender = "";
    private int nextReply = 1;

    Reading(Transcript transcript, End end) {
      this.end = end;
      var ours = new ReplyReader();
      transcript
          .all(Event.AtEnd.class)
          .filter(e -> e.end().equals(end))
          .forEach(event -> take(event, ours));
      this.replies = ours.replies();
    }

    private void take(Event event, ReplyReader ours) {
      if (event instanceof Event.Opened open) {
        opened = open.nanos();
        peer = open.peer();
      } else if (event instanceof Event.Received received) {
        in.add(received.nanos(), received.octets());
      } else if (event instanceof Event.Sent sent) {
        ours.feed(sent.nanos(), sent.octets());
      }
    }

    InboundConnection connection() {
      String text = in.text();
      int at = 0;
      int lineEnd;
      while ((lineEnd = text.indexOf("\r\n", at)) >= 0) {
        String command = text.substring(at, lineEnd);
        at = lineEnd + 2;
        if (command(command) == 354) {
          at = content(text, at);
        }
      }
      return new InboundConnection(end, opened, peer, greetedAs, deliveries);
    }

    /** Notes a command; returns the code of its reply, or 0. */
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

    /** Reads content that begins at {@code at}; returns where the next command begins. */
    private int content(String text, int at) {
      boolean empty = text.startsWith(".\r\n", at);
      int dot = empty ? at - 2 : text.indexOf("\r\n.\r\n", at);
      if (dot < 0) {
        return text.length();
      }
      int next = dot + 5;
      int code = nextReply < replies.size() ? replies.get(nextReply).code() : 0;
      nextReply++;
      String stuffed = empty ? "" : text.substring(at, dot + 2);
      deliveries.add(
          new Delivery(
              end,
              opened,
              peer,
              sender,
              recipients,
              Octets.of(unstuffed(stuffed)),
              in.nanosAt(next - 1),
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
