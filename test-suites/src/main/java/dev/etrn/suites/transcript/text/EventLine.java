package dev.etrn.suites.transcript.text;

import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads one (joined) event line of the text form of a transcript. */
final class EventLine {

  private EventLine() {}

  static Event parse(String line) {
    String[] part = line.split(" ", 4);
    long nanos = nanos(part[0]);
    String rest = part.length > 3 ? part[3] : "";
    return part[1].equals("--")
        ? apart(nanos, part[2], rest)
        : atEnd(nanos, End.parse(part[1]), part[2], rest);
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

  private static Event apart(long nanos, String kind, String rest) {
    return switch (kind) {
      case "injected" -> {
        String[] word = rest.split(" ", 4);
        yield new Event.Injected(
            nanos, text(word[0]), text(word[1]), text(word[2]), Octets.unescape(word[3]));
      }
      case "not-injected" -> {
        String[] word = rest.split(" ", 3);
        yield new Event.NotInjected(nanos, text(word[0]), text(word[1]), text(word[2]));
      }
      case "fact" -> {
        String[] word = rest.split(" ", 2);
        yield new Event.Fact(nanos, text(word[0]), text(word[1]));
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
