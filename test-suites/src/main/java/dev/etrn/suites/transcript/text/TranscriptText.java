package dev.etrn.suites.transcript.text;

import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The text form of a transcript: readable, without loss, and with one line for each event.
 *
 * <pre>
 * etrn-transcript 1
 * case etrn.reply.no-argument
 * +0.000812000 C1 open 127.0.0.1:40000 127.0.0.1:2525
 * +0.001203000 C1 &lt; 220 hub.example ESMTP\r\n
 * +0.001300000 C1 step etrn
 * +0.001350000 C1 &gt; ETRN\r\n
 * </pre>
 *
 * <p>Octets are escaped as in {@link Octets#escaped()}. After each LF they continue on a line of
 * their own, which begins with three blanks and a bar. Lines that begin with {@code #} are
 * comments.
 */
public final class TranscriptText {

  private static final String HEAD = "etrn-transcript 1";
  private static final String CONTINUED = "   | ";

  private TranscriptText() {}

  public static String write(Transcript transcript) {
    var out = new StringBuilder();
    out.append(HEAD).append('\n').append("case ").append(transcript.caseId()).append('\n');
    for (Event event : transcript.events()) {
      out.append(time(event.nanos())).append(' ').append(body(event)).append('\n');
    }
    return out.toString();
  }

  /**
   * Reads the form that {@link #write} writes.
   *
   * @throws IllegalArgumentException naming the line or the fact that is not understood
   */
  public static Transcript parse(String text) {
    List<String> lines = joined(text);
    if (lines.size() < 2 || !lines.get(0).equals(HEAD) || !lines.get(1).startsWith("case ")) {
      throw new IllegalArgumentException(
          "not a transcript: the first two lines must be '" + HEAD + "' and 'case ID'");
    }
    var events = new ArrayList<Event>();
    for (String line : lines.subList(2, lines.size())) {
      try {
        events.add(EventLine.parse(line));
      } catch (RuntimeException e) {
        throw new IllegalArgumentException("not an event of a transcript: " + line, e);
      }
    }
    var transcript = new Transcript(lines.get(1).substring("case ".length()), events);
    transcript.all(Event.Fact.class).forEach(TranscriptText::check);
    return transcript;
  }

  /**
   * Rejects a value that no judge could read; a fact that this harness does not know may be any.
   */
  private static void check(Event.Fact fact) {
    try {
      Facts.named(fact.name()).ifPresent(key -> key.valueOf(fact));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not a readable transcript: " + e.getMessage(), e);
    }
  }

  private static List<String> joined(String text) {
    var lines = new ArrayList<String>();
    for (String line : text.split("\n")) {
      if (line.startsWith(CONTINUED) && !lines.isEmpty()) {
        int last = lines.size() - 1;
        lines.set(last, lines.get(last) + line.substring(CONTINUED.length()));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static String time(long nanos) {
    long size = Math.abs(nanos);
    return String.format(
        Locale.ROOT,
        "%s%d.%09d",
        nanos < 0 ? "-" : "+",
        size / 1_000_000_000,
        size % 1_000_000_000);
  }

  private static String body(Event event) {
    if (event instanceof Event.Opened e) {
      return e.end() + " open " + e.local() + " " + e.peer();
    } else if (event instanceof Event.Unreachable e) {
      return e.end() + " unreachable " + text(e.why());
    } else if (event instanceof Event.Sent e) {
      return e.end() + " > " + octets(e.octets());
    } else if (event instanceof Event.Received e) {
      return e.end() + " < " + octets(e.octets());
    } else if (event instanceof Event.Waited e) {
      return e.end() + " waited " + time(e.waitedNanos());
    } else if (event instanceof Event.Handshake e) {
      return e.end() + (e.isSecure() ? " tls " : " tls-failed ") + text(e.detail());
    } else if (event instanceof Event.Closed e) {
      return e.end() + " closed " + e.how().name().toLowerCase(Locale.ROOT).replace('_', '-');
    } else if (event instanceof Event.Step e) {
      return e.end() + " step " + text(e.name());
    } else if (event instanceof Event.Injected e) {
      return "-- injected "
          + word(e.group())
          + " "
          + word(e.token())
          + " "
          + word(e.recipient())
          + " "
          + octets(e.content());
    } else if (event instanceof Event.NotInjected e) {
      return "-- not-injected " + word(e.group()) + " " + word(e.recipient()) + " " + text(e.why());
    } else if (event instanceof Event.Fact e) {
      return "-- fact " + word(e.name()) + " " + text(e.value());
    }
    throw new AssertionError(event);
  }

  private static String octets(Octets octets) {
    String escaped = octets.escaped();
    String broken = escaped.replace("\\n", "\\n\n" + CONTINUED);
    // A backslash before the n may itself be escaped; a break there is harmless, because the parser
    // joins the lines before it unescapes.
    String tail = "\n" + CONTINUED;
    return broken.endsWith(tail) ? broken.substring(0, broken.length() - tail.length()) : broken;
  }

  private static String text(String text) {
    return Octets.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)).escaped();
  }

  private static String word(String text) {
    return text(text).replace(" ", "\\x20");
  }
}
