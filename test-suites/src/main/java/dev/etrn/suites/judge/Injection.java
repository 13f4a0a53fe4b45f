package dev.etrn.suites.judge;

import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Delivery;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The messages that the harness handed over, and what came of them compared with that. */
public final class Injection {

  /** Fields that no relay has reason to touch; it may add others, and fold these anew. */
  private static final List<String> FIELDS =
      List.of("subject", "message-id", Delivery.TOKEN_FIELD.toLowerCase(Locale.ROOT));

  private Injection() {}

  static List<Event.Injected> of(Transcript transcript, String group) {
    return transcript.all(Event.Injected.class).filter(i -> i.group().equals(group)).toList();
  }

  /** The messages of this group that were not there yet when they were asked for. */
  public static List<Event.Injected> held(Transcript transcript, String group, long askedNanos) {
    Deliveries deliveries = Deliveries.of(transcript);
    return of(transcript, group).stream()
        .filter(
            message ->
                deliveries.accepted(message.token()).stream()
                    .noneMatch(delivery -> delivery.receivedNanos() < askedNanos))
        .toList();
  }

  /** When the first ETRN was sent, in a step of this name. */
  public static OptionalLong askedAt(Transcript transcript, String step) {
    return Dialogue.all(transcript).stream()
        .map(d -> d.sentAt(step))
        .flatMapToLong(OptionalLong::stream)
        .min();
  }

  /** Why there is nothing of this group to judge. */
  static String failure(Transcript transcript, String group) {
    return transcript
        .all(Event.NotInjected.class)
        .filter(n -> n.group().equals(group))
        .findFirst()
        .map(n -> "the target took no message for " + n.recipient() + ": " + n.why())
        .orElseGet(() -> unheld(transcript, group));
  }

  private static String unheld(Transcript transcript, String group) {
    List<Event.Injected> injected = of(transcript, group);
    return injected.isEmpty()
        ? "no message of the group " + group + " was handed over"
        : "the target does not hold mail for "
            + injected.get(0).recipient()
            + ": all of it came without being asked for, or nothing was asked for";
  }

  /** What differs between a message and its delivery, or empty. */
  static Optional<String> difference(Event.Injected message, Delivery delivery) {
    String before = message.content().text();
    String after = delivery.content().text();
    if (!body(before).equals(body(after))) {
      return Optional.of("its body is not the one that was handed over");
    }
    Map<String, String> fields = fields(after);
    return fields(before).entrySet().stream()
        .filter(e -> FIELDS.contains(e.getKey()))
        .filter(e -> !Objects.equals(e.getValue(), fields.get(e.getKey())))
        .map(e -> "its field " + e.getKey() + " is not the one that was handed over")
        .findFirst();
  }

  private static String body(String content) {
    int at = content.indexOf("\r\n\r\n");
    return at < 0 ? "" : content.substring(at + 4);
  }

  private static Map<String, String> fields(String content) {
    int at = content.indexOf("\r\n\r\n");
    String header = (at < 0 ? content : content.substring(0, at)).replaceAll("\r\n[ \t]+", " ");
    var fields = new TreeMap<String, String>();
    for (String line : header.split("\r\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        fields.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip().replaceAll("\\s+", " "));
      }
    }
    return fields;
  }
}
