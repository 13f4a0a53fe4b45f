package dev.etrn.suites.cases;

import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The alteration of a recorded transcript, as if the server had behaved differently.
 *
 * <p>It is written in one line. For the client's input: {@code reply STEP TEXT}, {@code nth N STEP
 * TEXT}, {@code add STEP TEXT}, {@code come STEP TEXT}, {@code late STEP}, {@code silence STEP},
 * {@code close STEP}, {@code slow STEP MILLIS}, {@code unclosed}. For the sink's input: {@code
 * undelivered}, {@code twice}, {@code lost GROUP}, {@code content OLD NEW}, {@code deliver GROUP}.
 * For facts: {@code fact NAME VALUE}. Several alterations are joined by {@code " & "}.
 */
final class Alteration {

  private static final int FAR = 1000;

  private Alteration() {}

  static Transcript of(Transcript recorded, String lines) {
    Transcript altered = recorded;
    for (String line : lines.split(" & ")) {
      String[] words = line.split(" ", 3);
      altered = new Transcript(recorded.caseId(), apply(altered, words));
    }
    return altered;
  }

  private static List<Event> apply(Transcript recorded, String[] words) {
    return switch (words[0]) {
      case "reply" -> replied(recorded, words[1], Octets.unescape(words[2]).text());
      case "nth" -> nth(recorded, Integer.parseInt(words[1]), words[2].split(" ", 2));
      case "come" -> come(recorded, words[1], Octets.unescape(words[2]).text());
      case "late" -> late(recorded, words[1]);
      case "silence" -> replied(recorded, words[1], "");
      case "add" -> added(recorded, words[1], Octets.unescape(words[2]).text());
      case "close" -> closed(recorded, words[1]);
      case "undelivered" -> recorded.events().stream().filter(e -> !isSink(e)).toList();
      case "twice" -> twice(recorded);
      case "lost" -> lost(recorded, words[1]);
      case "slow" -> slowed(recorded, words[1], Long.parseLong(words[2]) * 1_000_000);
      case "unclosed" -> recorded.events().stream().filter(e -> !isClosedByPeer(e)).toList();
      case "content" ->
          each(
              recorded,
              e -> content(e, Octets.unescape(words[1]).text(), Octets.unescape(words[2]).text()));
      case "deliver" -> delivered(recorded, words[1]);
      case "fact" -> fact(recorded, words[1], words[2]);
      default -> throw new IllegalArgumentException("no such alteration: " + words[0]);
    };
  }

  /** Replaces the first octets read in the step by {@code text}, and drops the later ones. */
  private static List<Event> replied(Transcript recorded, String step, String text) {
    var events = new ArrayList<Event>();
    var steps = new HashMap<End, String>();
    var replaced = new HashMap<End, Boolean>();
    for (Event event : recorded.events()) {
      if (event instanceof Event.Step s) {
        steps.put(s.end(), s.name());
        replaced.remove(s.end());
      }
      boolean isReply = event instanceof Event.Received r && step.equals(steps.get(r.end()));
      if (!isReply) {
        events.add(event);
      } else if (event instanceof Event.Received r && replaced.put(r.end(), true) == null) {
        events.addAll(
            text.isEmpty()
                ? List.of()
                : List.of(new Event.Received(r.nanos(), r.end(), Octets.of(text))));
      }
    }
    return events;
  }

  /** Replaces the reply of the n-th such step only, counted over all connections. */
  private static List<Event> nth(Transcript recorded, int number, String[] words) {
    List<Event> events = recorded.events();
    int index = -1;
    for (int count = 0; count < number; ) {
      index++;
      count += events.get(index) instanceof Event.Step s && s.name().equals(words[0]) ? 1 : 0;
    }
    var altered = new ArrayList<>(events.subList(0, index));
    String text = Octets.unescape(words[1]).text();
    List<Event> rest = events.subList(index, events.size());
    altered.addAll(replied(new Transcript(recorded.caseId(), rest), words[0], text));
    return altered;
  }

  /** Adds octets that come as soon as the step begins. */
  private static List<Event> come(Transcript recorded, String step, String text) {
    return recorded.events().stream()
        .flatMap(
            event ->
                event instanceof Event.Step s && s.name().equals(step)
                    ? Stream.of(s, new Event.Received(s.nanos() + 1, s.end(), Octets.of(text)))
                    : Stream.of(event))
        .toList();
  }

  /** Moves the reply of this step to the end, with nothing after it on that connection. */
  private static List<Event> late(Transcript recorded, String step) {
    var events = new ArrayList<Event>();
    var steps = new HashMap<End, String>();
    long last = recorded.events().get(recorded.events().size() - 1).nanos();
    for (Event event : recorded.events()) {
      if (event instanceof Event.Step s) {
        steps.merge(s.end(), s.name(), (old, now) -> old.equals(step) ? "over" : now);
      }
      String current = event instanceof Event.AtEnd e ? steps.getOrDefault(e.end(), "") : "";
      if (!current.equals("over")) {
        boolean isReply = current.equals(step) && event instanceof Event.Received;
        events.add(isReply ? event.at(last + 1) : event);
      }
    }
    return events;
  }

  /** Adds octets right after those of the step. */
  private static List<Event> added(Transcript recorded, String step, String text) {
    var steps = new HashMap<End, String>();
    return recorded.events().stream()
        .flatMap(
            event -> {
              if (event instanceof Event.Step s) {
                steps.put(s.end(), s.name());
              }
              return event instanceof Event.Received r && step.equals(steps.get(r.end()))
                  ? Stream.of(r, new Event.Received(r.nanos() + 1, r.end(), Octets.of(text)))
                  : Stream.of(event);
            })
        .toList();
  }

  /** Lets the peer close instead of answering in this step; nothing follows on that connection. */
  private static List<Event> closed(Transcript recorded, String step) {
    var events = new ArrayList<Event>();
    var over = new HashMap<End, Boolean>();
    for (Event event : recorded.events()) {
      if (event instanceof Event.AtEnd endEvent && over.containsKey(endEvent.end())) {
        continue;
      }
      events.add(event);
      if (event instanceof Event.Step s && s.name().equals(step)) {
        over.put(s.end(), true);
        events.add(new Event.Closed(s.nanos() + 1, s.end(), Event.Closing.BY_PEER));
      }
    }
    return events;
  }

  /** Delays each first reply of the step, and everything after it, by {@code nanos}. */
  private static List<Event> slowed(Transcript recorded, String step, long nanos) {
    var events = new ArrayList<Event>();
    String current = "";
    long shift = 0;
    for (Event event : recorded.events()) {
      if (event instanceof Event.Step s) {
        current = s.name();
      }
      shift += current.equals(step) && event instanceof Event.Received ? nanos : 0;
      events.add(event.at(event.nanos() + shift));
    }
    return events;
  }

  private static boolean isClosedByPeer(Event event) {
    return event instanceof Event.Closed closed
        && (closed.how() == Event.Closing.BY_PEER || closed.how() == Event.Closing.RESET_BY_PEER);
  }

  private static List<Event> twice(Transcript recorded) {
    var events = new ArrayList<>(recorded.events());
    recorded
        .all(Event.AtEnd.class)
        .filter(Alteration::isSink)
        .map(e -> moved(e, e.end().number() + FAR))
        .forEach(events::add);
    return events;
  }

  /** Drops the connections that brought a message of the group. */
  private static List<Event> lost(Transcript recorded, String group) {
    List<String> tokens =
        recorded
            .all(Event.Injected.class)
            .filter(message -> message.group().equals(group))
            .map(Event.Injected::token)
            .toList();
    Set<End> gone =
        recorded
            .all(Event.Received.class)
            .filter(
                read -> isSink(read) && tokens.stream().anyMatch(read.octets().text()::contains))
            .map(Event.Received::end)
            .collect(Collectors.toSet());
    return recorded.events().stream()
        .filter(event -> !(event instanceof Event.AtEnd endEvent && gone.contains(endEvent.end())))
        .toList();
  }

  private static Event content(Event event, String old, String replacement) {
    return event instanceof Event.Received r && isSink(r)
        ? new Event.Received(
            r.nanos(), r.end(), Octets.of(r.octets().text().replace(old, replacement)))
        : event;
  }

  /** Adds a delivery of each message of the group at the end. */
  private static List<Event> delivered(Transcript recorded, String group) {
    var events = new ArrayList<>(recorded.events());
    long last = events.get(events.size() - 1).nanos();
    for (Event.Injected message :
        recorded.all(Event.Injected.class).filter(i -> i.group().equals(group)).toList()) {
      var end = new End(End.Side.SINK, FAR + events.size());
      String stuffed = message.content().text().replace("\r\n.", "\r\n..");
      String client =
          "EHLO hub.example\r\nMAIL FROM:<a@b.test>\r\nRCPT TO:<"
              + message.recipient()
              + ">\r\nDATA\r\n";
      events.add(new Event.Opened(last, end, "sink:25", "hub:9"));
      events.add(new Event.Sent(last + 1, end, Octets.of("220 sink\r\n")));
      events.add(new Event.Received(last + 2, end, Octets.of(client + stuffed + ".\r\n")));
      events.add(
          new Event.Sent(
              last + 3, end, Octets.of("250 a\r\n250 b\r\n250 c\r\n354 d\r\n250 e\r\n")));
    }
    return events;
  }

  /** Sets the fact to this value, whether the recording has the fact or not. */
  private static List<Event> fact(Transcript recorded, String name, String value) {
    var events = new ArrayList<Event>();
    events.add(new Event.Fact(0, name, value));
    recorded.events().stream()
        .filter(e -> !(e instanceof Event.Fact f && f.name().equals(name)))
        .forEach(events::add);
    return events;
  }

  private static List<Event> each(Transcript recorded, UnaryOperator<Event> change) {
    return recorded.events().stream().map(change).toList();
  }

  private static boolean isSink(Event event) {
    return event instanceof Event.AtEnd endEvent && endEvent.end().side() == End.Side.SINK;
  }

  private static Event moved(Event.AtEnd event, int number) {
    var end = new End(End.Side.SINK, number);
    if (event instanceof Event.Opened e) {
      return new Event.Opened(e.nanos(), end, e.local(), e.peer());
    } else if (event instanceof Event.Sent e) {
      return new Event.Sent(e.nanos(), end, e.octets());
    } else if (event instanceof Event.Received e) {
      return new Event.Received(e.nanos(), end, e.octets());
    } else if (event instanceof Event.Closed e) {
      return new Event.Closed(e.nanos(), end, e.how());
    }
    return event;
  }
}
