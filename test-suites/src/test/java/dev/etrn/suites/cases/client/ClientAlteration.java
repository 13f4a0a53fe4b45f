package dev.etrn.suites.cases.client;

import dev.etrn.suites.transcript.ClientSession;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The alteration of a recorded transcript, as if the client had behaved differently.
 *
 * <p>It is written in one line. {@code only N VERB} keeps the first N commands of a verb on each
 * connection; {@code after VERB LINE} adds a line after the answer to the first of a verb; {@code
 * early VERB LINE} adds it right behind that command; {@code instead OLD NEW} changes the client's
 * octets; {@code leave VERB} closes instead of waiting for the answer; {@code stay} never closes;
 * {@code away} never connects; {@code comes LINE} connects and sends a line, once the client was
 * told to ask; {@code fact NAME VALUE} and {@code without NAME} change facts. Several alterations
 * are joined by {@code " & "}.
 */
final class ClientAlteration {

  private ClientAlteration() {}

  static Transcript of(Transcript recorded, String lines) {
    Transcript altered = recorded;
    for (String line : lines.split(" & ")) {
      altered = new Transcript(recorded.caseId(), apply(altered, line.split(" ", 3)));
    }
    return altered;
  }

  private static List<Event> apply(Transcript recorded, String[] words) {
    return switch (words[0]) {
      case "only" -> only(recorded, Integer.parseInt(words[1]), Octets.unescape(words[2]).text());
      case "after" -> after(recorded, words[1], Octets.unescape(words[2]).text());
      case "early" -> early(recorded, words[1], Octets.unescape(words[2]).text());
      case "instead" ->
          instead(recorded, Octets.unescape(words[1]).text(), Octets.unescape(words[2]).text());
      case "leave" -> leave(recorded, words[1]);
      case "stay" -> recorded.events().stream().filter(e -> !(e instanceof Event.Closed)).toList();
      case "away" -> recorded.events().stream().filter(e -> !(e instanceof Event.AtEnd)).toList();
      case "comes" -> comes(recorded, Octets.unescape(words[1]).text());
      case "fact" -> fact(recorded, words[1], words[2]);
      case "without" ->
          recorded.events().stream()
              .filter(e -> !(e instanceof Event.Fact f && f.name().equals(words[1])))
              .toList();
      default -> throw new IllegalArgumentException("no such alteration: " + words[0]);
    };
  }

  private static boolean begins(Event event, String verb) {
    return event instanceof Event.Received r
        && r.octets().text().regionMatches(true, 0, verb, 0, verb.length());
  }

  private static List<Event> only(Transcript recorded, int most, String verb) {
    var events = new ArrayList<Event>();
    Map<End, Integer> counts = new HashMap<>();
    var skipping = new HashSet<End>();
    for (Event event : recorded.events()) {
      if (event instanceof Event.Received r) {
        boolean isVerb = begins(r, verb);
        int count = isVerb ? counts.merge(r.end(), 1, Integer::sum) : 0;
        if (isVerb && count > most) {
          skipping.add(r.end());
        } else {
          skipping.remove(r.end());
        }
      }
      boolean isEnd = event instanceof Event.Closed || event instanceof Event.Opened;
      if (isEnd || !(event instanceof Event.AtEnd endEvent && skipping.contains(endEvent.end()))) {
        events.add(event);
      }
    }
    return events;
  }

  private static List<Event> after(Transcript recorded, String verb, String line) {
    var events = new ArrayList<Event>();
    var seen = new HashMap<End, Boolean>();
    for (Event event : recorded.events()) {
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

  private static List<Event> early(Transcript recorded, String verb, String line) {
    return recorded.events().stream()
        .map(
            event ->
                begins(event, verb) && event instanceof Event.Received r
                    ? new Event.Received(
                        r.nanos(), r.end(), Octets.of(r.octets().text() + line + "\r\n"))
                    : event)
        .toList();
  }

  private static List<Event> instead(Transcript recorded, String old, String replacement) {
    return recorded.events().stream()
        .map(
            event ->
                event instanceof Event.Received r
                    ? new Event.Received(
                        r.nanos(), r.end(), Octets.of(r.octets().text().replace(old, replacement)))
                    : event)
        .toList();
  }

  private static List<Event> leave(Transcript recorded, String verb) {
    var events = new ArrayList<Event>();
    var gone = new HashMap<End, Boolean>();
    for (Event event : recorded.events()) {
      if (event instanceof Event.AtEnd endEvent && gone.containsKey(endEvent.end())) {
        boolean isTaking = event instanceof Event.Step && !gone.get(endEvent.end());
        if (isTaking) {
          gone.put(endEvent.end(), true);
          events.add(event);
          events.add(new Event.Closed(event.nanos() + 1, endEvent.end(), Event.Closing.BY_PEER));
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

  private static List<Event> comes(Transcript recorded, String line) {
    var events = new ArrayList<>(recorded.events());
    long askedNanos = recorded.facts(Facts.VISIT_ASKED).findFirst().orElseThrow().nanos();
    var end = new End(End.Side.PROVIDER, 99);
    events.add(new Event.Opened(askedNanos + 1, end, "provider:25", "client:9"));
    events.add(new Event.Received(askedNanos + 2, end, Octets.of(line + "\r\n")));
    events.add(new Event.Step(askedNanos + 3, end, ClientSession.COMMAND));
    events.add(new Event.Sent(askedNanos + 4, end, Octets.of("250 ok\r\n")));
    return events;
  }

  private static List<Event> fact(Transcript recorded, String name, String value) {
    return recorded.events().stream()
        .map(
            event ->
                event instanceof Event.Fact f && f.name().equals(name)
                    ? (Event) new Event.Fact(f.nanos(), name, value)
                    : event)
        .toList();
  }
}
