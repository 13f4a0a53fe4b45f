package dev.etrn.suites.cases.client;

import dev.etrn.suites.transcript.ClientSession;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Alters a recorded transcript as if the client had behaved in another way.
 *
 * <p>Written in one line. {@code only N VERB} keeps the first N commands of a verb on each
 * connection; {@code after VERB LINE} lets a line follow the first of a verb, once it is answered;
 * {@code early VERB LINE} lets it come at once behind it; {@code instead OLD NEW} changes what the
 * client sent; {@code leave VERB} closes instead of waiting for the answer; {@code stay} never
 * closes; {@code away} never connects; {@code comes LINE} connects and sends a line, once it was
 * told to ask; {@code fact NAME VALUE} and {@code without NAME} change facts. Several are joined by
 * {@code " & "}.
 */
final class ClientAlteration {

  private ClientAlteration() {}

  static Transcript of(Transcript recorded, String lines) {
    Transcript altered = recorded;
    for (String line : lines.split(" & ")) {
      altered = new Transcript(recorded.caseId(), one(altered, line.split(" ", 3)));
    }
    return altered;
  }

  private static List<Event> one(Transcript from, String[] words) {
    return switch (words[0]) {
      case "only" -> only(from, Integer.parseInt(words[1]), Octets.unescape(words[2]).text());
      case "after" -> after(from, words[1], Octets.unescape(words[2]).text());
      case "early" -> early(from, words[1], Octets.unescape(words[2]).text());
      case "instead" ->
          instead(from, Octets.unescape(words[1]).text(), Octets.unescape(words[2]).text());
      case "leave" -> leave(from, words[1]);
      case "stay" -> from.events().stream().filter(e -> !(e instanceof Event.Closed)).toList();
      case "away" -> from.events().stream().filter(e -> !(e instanceof Event.AtEnd)).toList();
      case "comes" -> comes(from, Octets.unescape(words[1]).text());
      case "fact" -> fact(from, words[1], words[2]);
      case "without" ->
          from.events().stream()
              .filter(e -> !(e instanceof Event.Fact f && f.name().equals(words[1])))
              .toList();
      default -> throw new IllegalArgumentException("no such alteration: " + words[0]);
    };
  }

  private static boolean begins(Event event, String verb) {
    return event instanceof Event.Received r
        && r.octets().text().regionMatches(true, 0, verb, 0, verb.length());
  }

  private static List<Event> only(Transcript from, int most, String verb) {
    var events = new ArrayList<Event>();
    Map<End, Integer> counts = new HashMap<>();
    var skipping = new HashSet<End>();
    for (Event event : from.events()) {
      if (event instanceof Event.Received r) {
        boolean isOne = begins(r, verb);
        int count = isOne ? counts.merge(r.end(), 1, Integer::sum) : 0;
        if (isOne && count > most) {
          skipping.add(r.end());
        } else {
          skipping.remove(r.end());
        }
      }
      boolean isEnd = event instanceof Event.Closed || event instanceof Event.Opened;
      if (isEnd || !(event instanceof Event.AtEnd at && skipping.contains(at.end()))) {
        events.add(event);
      }
    }
    return events;
  }

  private static List<Event> after(Transcript from, String verb, String line) {
    var events = new ArrayList<Event>();
    var seen = new HashMap<End, Boolean>();
    for (Event event : from.events()) {
      events.add(event);
      if (begins(event, verb) && event instanceof Event.Received r) {
        seen.putIfAbsent(r.end(), true);
      } else if (event instanceof Event.Sent s && seen.getOrDefault(s.end(), false)) {
        seen.put(s.end(), false);
        events.add(new Event.Received(s.nanos() + 1, s.end(), Octets.of(line + "\r\n")));
        events.add(new Event.Step(s.nanos() + 2, s.end(), ClientSession.COMMAND));
        events.add(new Event.Sent(s.nanos() + 3, s.end(), Octets.of("250 ok\r\n")));
      }
    }
    return events;
  }

  private static List<Event> early(Transcript from, String verb, String line) {
    return from.events().stream()
        .map(
            event ->
                begins(event, verb) && event instanceof Event.Received r
                    ? new Event.Received(
                        r.nanos(), r.end(), Octets.of(r.octets().text() + line + "\r\n"))
                    : event)
        .toList();
  }

  private static List<Event> instead(Transcript from, String old, String with) {
    return from.events().stream()
        .map(
            event ->
                event instanceof Event.Received r
                    ? new Event.Received(
                        r.nanos(), r.end(), Octets.of(r.octets().text().replace(old, with)))
                    : event)
        .toList();
  }

  private static List<Event> leave(Transcript from, String verb) {
    var events = new ArrayList<Event>();
    var gone = new HashMap<End, Boolean>();
    for (Event event : from.events()) {
      if (event instanceof Event.AtEnd at && gone.containsKey(at.end())) {
        boolean isTaking = event instanceof Event.Step && !gone.get(at.end());
        if (isTaking) {
          gone.put(at.end(), true);
          events.add(event);
          events.add(new Event.Closed(event.nanos() + 1, at.end(), Event.Closing.BY_PEER));
        }
        continue;
      }
      events.add(event);
      if (begins(event, verb) && event instanceof Event.Received r) {
        gone.put(r.end(), false);
      }
    }
    return events;
  }

  private static List<Event> comes(Transcript from, String line) {
    var events = new ArrayList<>(from.events());
    long asked =
        from.all(Event.Fact.class)
            .filter(f -> f.name().equals("visit.asked"))
            .findFirst()
            .orElseThrow()
            .nanos();
    var end = new End(End.Side.PROVIDER, 99);
    events.add(new Event.Opened(asked + 1, end, "provider:25", "client:9"));
    events.add(new Event.Received(asked + 2, end, Octets.of(line + "\r\n")));
    events.add(new Event.Step(asked + 3, end, ClientSession.COMMAND));
    events.add(new Event.Sent(asked + 4, end, Octets.of("250 ok\r\n")));
    return events;
  }

  private static List<Event> fact(Transcript from, String name, String value) {
    return from.events().stream()
        .map(
            event ->
                event instanceof Event.Fact f && f.name().equals(name)
                    ? (Event) new Event.Fact(f.nanos(), name, value)
                    : event)
        .toList();
  }
}
