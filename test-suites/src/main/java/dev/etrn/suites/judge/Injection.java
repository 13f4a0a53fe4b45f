package dev.etrn.suites.judge;

import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.OptionalLong;

/** The messages that the harness handed over, by the groups of the script. */
public final class Injection {

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
                deliveries.accepted(message).stream()
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
}
