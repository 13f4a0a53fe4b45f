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
 * Alters a recorded transcript as if the server had behaved in another way.
 *
 * <p>Written in one line. What the client reads: {@code reply STEP TEXT}, {@code nth N STEP TEXT},
 * {@code add STEP TEXT}, {@code come STEP TEXT}, {@code late STEP}, {@code silence STEP}, {@code
 * close STEP}, {@code slow STEP MILLIS}, {@code unclosed}. What the sink sees: {@code undelivered},
 * {@code twice}, {@code lost GROUP}, {@code content OLD NEW}, {@code deliver GROUP}. And {@code
 * fact NAME VALUE}. Several are joined by {@code " & "}.
 */
final class Alteration {

  private static final int FAR = 1000;

  private Alteration() {}

  static Transcript of(Transcript recorded, String lines) {
    Transcript altered = recorded;
    for (String line : lines.split(" & ")) {
      String[] words = line.split(" ", 3);
      altered = new Transcript(recorded.caseId(), one(altered, words));
    }
    return altered;
  }

  private static List<Event> one(Transcript from, String[] words) {
    return switch (words[0]) {
      case "reply" -> replied(from, words[1], Octets.unescape(words[2]).text());
      case "nth" -> nth(from, Integer.parseInt(words[1]), words[2].split(" ", 2));
      case "come" -> come(from, words[1], Octets.unescape(words[2]).text());
      case "late" -> late(from, words[1]);
      case "silence" -> replied(from, words[1], "");
      case "add" -> added(from, words[1], Octets.unescape(words[2]).text());
      case "close" -> closed(from, words[1]);
      case "undelivered" -> from.events().stream().filter(e -> !isSink(e)).toList();
      case "twice" -> twice(from);
      case "lost" -> lost(from, words[1]);
      case "slow" -> slowed(from, words[1], Long.parseLong(words[2]) * 1_000_000);
      case "unclosed" -> from.events().stream().filter(e -> !isClosedByPeer(e)).toList();
      case "content" ->
          each(
              from,
              e -> content(e, Octets.unescape(words[1]).text(), Octets.unescape(words[2]).text()));
      case "deliver" -> delivered(from, words[1]);
      case "fact" -> fact(from, words[1], words[2]);
      default -> throw new IllegalArgumentException("no such alteration: " + words[0]);
    };
  }

  /** The first octets read in the step become {@code text}, later ones of it go. */
  private static List<Event> replied(Transcript from, String step, String text) {
    var events = new ArrayList<Event>();
    var steps = new HashMap<End, String>();
    var done = new HashMap<End, Boolean>();
    for (Event event : from.events()) {
      if (event instanceof Event.Step s) {
        steps.put(s.end(), s.name());
        done.remove(s.end());
      }
      boolean hit = event instanceof Event.Received r && step.equals(steps.get(r.end()));
      if (!hit) {
        events.add(event);
      } else if (event instanceof Event.Received r && done.put(r.end(), true) == null) {
        events.addAll(
            text.isEmpty()
                ? List.of()
                : List.of(new Event.Received(r.nanos(), r.end(), Octets.of(text))));
      }
    }
    return events;
  }

  /** Only the n-th time that the step is reached, counted over all connections. */
  private static List<Event> nth(Transcript from, int number, String[] words) {
    List<Event> all = from.events();
    int at = -1;
    for (int count = 0; count < number; ) {
      at++;
      count += all.get(at) instanceof Event.Step s && s.name().equals(words[0]) ? 1 : 0;
    }
    var events = new ArrayList<>(all.subList(0, at));
    String text = Octets.unescape(words[1]).text();
    events.addAll(
        replied(new Transcript(from.caseId(), all.subList(at, all.size())), words[0], text));
    return events;
  }

  /** Octets come as soon as the step begins. */
  private static List<Event> come(Transcript from, String step, String text) {
    return from.events().stream()
        .flatMap(
            event ->
                event instanceof Event.Step s && s.name().equals(step)
                    ? Stream.of(s, new Event.Received(s.nanos() + 1, s.end(), Octets.of(text)))
                    : Stream.of(event))
        .toList();
  }

  /** The reply of this step comes when all else is over; nothing else follows it there. */
  private static List<Event> late(Transcript from, String step) {
    var events = new ArrayList<Event>();
    var steps = new HashMap<End, String>();
    long last = from.events().get(from.events().size() - 1).nanos();
    for (Event event : from.events()) {
      if (event instanceof Event.Step s) {
        steps.merge(s.end(), s.name(), (old, now) -> old.equals(step) ? "over" : now);
      }
      String at = event instanceof Event.AtEnd e ? steps.getOrDefault(e.end(), "") : "";
      if (!at.equals("over")) {
        boolean isReply = at.equals(step) && event instanceof Event.Received;
        events.add(isReply ? event.at(last + 1) : event);
      }
    }
    return events;
  }

  /** More octets come right after those of the step. */
  private static List<Event> added(Transcript from, String step, String text) {
    var steps = new HashMap<End, String>();
    return from.events().stream()
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

  /** The peer closes instead of answering in this step, and nothing follows on that connection. */
  private static List<Event> closed(Transcript from, String step) {
    var events = new ArrayList<Event>();
    var over = new HashMap<End, Boolean>();
    for (Event event : from.events()) {
      if (event instanceof Event.AtEnd at && over.containsKey(at.end())) {
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

  /** Each first reply of the step comes later by {@code nanos}, and so does all that follows. */
  private static List<Event> slowed(Transcript from, String step, long nanos) {
    var events = new ArrayList<Event>();
    String now = "";
    long shift = 0;
    for (Event event : from.events()) {
      if (event instanceof Event.Step s) {
        now = s.name();
      }
      shift += now.equals(step) && event instanceof Event.Received ? nanos : 0;
      events.add(event.at(event.nanos() + shift));
    }
    return events;
  }

  private static boolean isClosedByPeer(Event event) {
    return event instanceof Event.Closed closed
        && (closed.how() == Event.Closing.BY_PEER || closed.how() == Event.Closing.RESET_BY_PEER);
  }

  private static List<Event> twice(Transcript from) {
    var events = new ArrayList<>(from.events());
    from.all(Event.AtEnd.class)
        .filter(Alteration::isSink)
        .map(e -> moved(e, e.end().number() + FAR))
        .forEach(events::add);
    return events;
  }

  /** Connections that brought a message of the group never came. */
  private static List<Event> lost(Transcript from, String group) {
    List<String> tokens =
        from.all(Event.Injected.class)
            .filter(message -> message.group().equals(group))
            .map(Event.Injected::token)
            .toList();
    Set<End> gone =
        from.all(Event.Received.class)
            .filter(
                read -> isSink(read) && tokens.stream().anyMatch(read.octets().text()::contains))
            .map(Event.Received::end)
            .collect(Collectors.toSet());
    return from.events().stream()
        .filter(event -> !(event instanceof Event.AtEnd at && gone.contains(at.end())))
        .toList();
  }

  private static Event content(Event event, String old, String with) {
    return event instanceof Event.Received r && isSink(r)
        ? new Event.Received(r.nanos(), r.end(), Octets.of(r.octets().text().replace(old, with)))
        : event;
  }

  /** Each message of the group reaches the sink at the end. */
  private static List<Event> delivered(Transcript from, String group) {
    var events = new ArrayList<>(from.events());
    long last = events.get(events.size() - 1).nanos();
    for (Event.Injected message :
        from.all(Event.Injected.class).filter(i -> i.group().equals(group)).toList()) {
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

  /** The fact has this value, whether the recording has the fact or not. */
  private static List<Event> fact(Transcript from, String name, String value) {
    var events = new ArrayList<Event>();
    events.add(new Event.Fact(0, name, value));
    from.events().stream()
        .filter(e -> !(e instanceof Event.Fact f && f.name().equals(name)))
        .forEach(events::add);
    return events;
  }

  private static List<Event> each(Transcript from, UnaryOperator<Event> change) {
    return from.events().stream().map(change).toList();
  }

  private static boolean isSink(Event event) {
    return event instanceof Event.AtEnd at && at.end().side() == End.Side.SINK;
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
