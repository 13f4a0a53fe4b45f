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
 * The latency of a release. All times are nanoseconds since the first octet of ETRN was sent.
 *
 * @param messages the number of messages that were held, and came
 * @param replyNanos the time until the reply to ETRN was read
 * @param connectionNanos the time until the first new connection to the exchanger that delivered
 *     one of them
 * @param lastNanos the time until the final dot of the last one
 */
public record ReleaseLatency(int messages, long replyNanos, long connectionNanos, long lastNanos) {

  /**
   * Reads the latency off a transcript.
   *
   * @param group the group of the messages, as in the script
   * @param step the step in which the ETRN was sent
   * @return the latency; empty unless ETRN was accepted and all held messages came, one of them
   *     over a new connection
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
    List<Delivery> delivered =
        held.stream().flatMap(m -> deliveries.accepted(m).stream().limit(1)).toList();
    if (held.isEmpty() || delivered.size() < held.size()) {
      return Optional.empty();
    }
    long last = delivered.stream().mapToLong(Delivery::receivedNanos).max().orElseThrow();
    // A server may still have a connection over which mail came shortly before.
    OptionalLong opened =
        delivered.stream()
            .mapToLong(Delivery::openedNanos)
            .filter(nanos -> nanos >= askedNanos)
            .min();
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
