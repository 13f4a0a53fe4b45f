package dev.etrn.suites.judge.mail;

import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Delivery;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How long one release took. All times are nanoseconds since the first octet of ETRN was sent.
 *
 * @param messages how many were held, and came
 * @param replyNanos until the reply to ETRN was read
 * @param connectionNanos until the first new connection to the exchanger that delivered one of them
 * @param lastNanos until the final dot of the last one
 */
public record ReleaseLatency(int messages, long replyNanos, long connectionNanos, long lastNanos) {

  /**
   * Reads it off a transcript.
   *
   * @param group as the script injected it
   * @param step in which the ETRN was sent
   * @return empty unless ETRN was accepted and everything that was held came, some of it over a new
   *     connection
   */
  public static Optional<ReleaseLatency> of(Transcript transcript, String group, String step) {
    return Dialogue.all(transcript).stream()
        .filter(dialogue -> dialogue.sentAt(step).isPresent())
        .findFirst()
        .flatMap(
            dialogue ->
                dialogue
                    .firstReply(step)
                    .filter(reply -> reply.firstDigit() == 2)
                    .flatMap(
                        reply ->
                            of(transcript, group, dialogue.sentAt(step).orElseThrow(), reply)));
  }

  private static Optional<ReleaseLatency> of(
      Transcript transcript, String group, long askedNanos, Reply reply) {
    List<Event.Injected> held = SubmittedMail.held(transcript, group, askedNanos);
    Deliveries deliveries = Deliveries.of(transcript);
    List<Delivery> came =
        held.stream().flatMap(m -> deliveries.accepted(m).stream().limit(1)).toList();
    if (held.isEmpty() || came.size() < held.size()) {
      return Optional.empty();
    }
    long last = came.stream().mapToLong(Delivery::receivedNanos).max().orElseThrow();
    // A server may still have a connection of mail that came shortly before.
    OptionalLong opened =
        came.stream().mapToLong(Delivery::openedNanos).filter(at -> at >= askedNanos).min();
    return opened.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ReleaseLatency(
                held.size(),
                reply.nanos() - askedNanos,
                opened.getAsLong() - askedNanos,
                last - askedNanos));
  }
}
