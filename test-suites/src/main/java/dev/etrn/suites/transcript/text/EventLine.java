package dev.etrn.suites.transcript.text;

import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The parser of an event line (joined) of the text form of a transcript. */
final class EventLine {

  private EventLine() {}

  static Event parse(String line) {
    String[] parts = line.split(" ", 4);
    long nanos = nanos(parts[0]);
    String rest = parts.length > 3 ? parts[3] : "";
    return parts[1].equals("--")
        ? ofCase(nanos, parts[2], rest)
        : atEnd(nanos, End.parse(parts[1]), parts[2], rest);
  }

  private static Event atEnd(long nanos, End end, String kind, String rest) {
    return switch (kind) {
      case "open" -> {
        String[] address = rest.split(" ", 2);
        yield new Event.Opened(nanos, end, address[0], address[1]);
      }
      case "unreachable" -> new Event.Unreachable(nanos, end, text(rest));
      case ">" -> new Event.Sent(nanos, end, Octets.unescape(rest));
      case "<" -> new Event.Received(nanos, end, Octets.unescape(rest));
      case "waited" -> new Event.Waited(nanos, end, nanos(rest));
      case "closed" ->
          new Event.Closed(
              nanos, end, Event.Closing.valueOf(rest.toUpperCase(Locale.ROOT).replace('-', '_')));
      case "tls" -> new Event.Handshake(nanos, end, true, text(rest));
      case "tls-failed" -> new Event.Handshake(nanos, end, false, text(rest));
      case "step" -> new Event.Step(nanos, end, text(rest));
      default -> throw new IllegalArgumentException("unknown kind of event: " + kind);
    };
  }

  private static Event ofCase(long nanos, String kind, String rest) {
    return switch (kind) {
      case "injected" -> {
        String[] words = rest.split(" ", 4);
        yield new Event.Injected(
            nanos, text(words[0]), text(words[1]), text(words[2]), Octets.unescape(words[3]));
      }
      case "not-injected" -> {
        String[] words = rest.split(" ", 3);
        yield new Event.NotInjected(nanos, text(words[0]), text(words[1]), text(words[2]));
      }
      case "fact" -> {
        String[] words = rest.split(" ", 2);
        yield new Event.Fact(nanos, text(words[0]), text(words[1]));
      }
      default -> throw new IllegalArgumentException("unknown kind of event: " + kind);
    };
  }

  private static long nanos(String time) {
    int dot = time.indexOf('.');
    long size =
        Long.parseLong(time.substring(1, dot)) * 1_000_000_000
            + Long.parseLong(time.substring(dot + 1));
    return time.charAt(0) == '-' ? -size : size;
  }

  private static String text(String escaped) {
    return new String(Octets.unescape(escaped).toByteArray(), StandardCharsets.UTF_8);
  }
}
