package dev.etrn.suites.judge.mail;

import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Impediment;
import dev.etrn.suites.judge.PrintableText;
import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Delivery;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** The release of the messages of one group after an ETRN: a view, which judges nothing. */
final class Release {

  private final Transcript transcript;
  private final String group;
  private final OptionalLong askedNanos;
  private final List<Reply> replies;
  private final List<Event.Injected> held;
  private final Deliveries deliveries;

  private Release(Transcript transcript, String group, String step) {
    this.transcript = transcript;
    this.group = group;
    this.askedNanos = SubmittedMail.askedAt(transcript, step);
    this.replies =
        Dialogue.all(transcript).stream().flatMap(d -> d.replies(step).stream()).toList();
    this.held =
        askedNanos.isEmpty()
            ? List.of()
            : SubmittedMail.held(transcript, group, askedNanos.getAsLong());
    this.deliveries = Deliveries.of(transcript);
  }

  /**
   * Reads the release off a transcript.
   *
   * @param group the group of the messages, as in the script
   * @param step the step in which the ETRN was sent
   */
  static Release of(Transcript transcript, String group, String step) {
    return new Release(transcript, group, step);
  }

  /** Returns true if the target is declared to deliver at its next scheduled time. */
  static boolean isScheduled(Transcript transcript) {
    return transcript.fact(Facts.SCHEDULED).orElse(false);
  }

  List<Event.Injected> held() {
    return held;
  }

  /**
   * Returns the reason for which nothing can be said: no mail was held, or the request was refused
   * and no mail came.
   *
   * @param requirement the requirement of the finding
   */
  Optional<Finding> obstacle(String requirement) {
    if (held.isEmpty()) {
      return Optional.of(SubmittedMail.unjudged(transcript, requirement, group));
    }
    boolean isRefused =
        !replies.isEmpty() && replies.stream().allMatch(r -> Codes.REFUSED.test(r.code()));
    return isRefused && countArrived(Long.MAX_VALUE) == 0
        ? Optional.of(refused(requirement))
        : Optional.empty();
  }

  /** A permanent refusal is reported by the case of permitted nodes; others may be temporary. */
  private Finding refused(String requirement) {
    return replies.stream().allMatch(r -> r.firstDigit() == 5)
        ? Finding.referred(requirement, Finding.PERMITTED_CASE)
        : Finding.inconclusive(
                requirement,
                "refused, so that no mail was to come: " + PrintableText.reply(replies.get(0)))
            .dueTo(Impediment.of(replies.get(0)));
  }

  /** Returns the deadline of the held mail: the declared time, counted from the reply to ETRN. */
  long deadline() {
    long start = replies.stream().mapToLong(Reply::nanos).min().orElseGet(askedNanos::getAsLong);
    return start + Math.max(0, withinMillis() * 1_000_000);
  }

  /** Returns the number of held messages that came until {@code nanos}. */
  long countArrived(long nanos) {
    return held.stream().filter(message -> hasCome(message, nanos)).count();
  }

  private boolean hasCome(Event.Injected message, long nanos) {
    return deliveries.accepted(message).stream().anyMatch(d -> d.receivedNanos() <= nanos);
  }

  /**
   * Returns, for example, {@code 3 of 5 messages for x came, the last 2.1 s after ETRN; 2 did ...}.
   */
  String missing(long until) {
    long arrived = countArrived(until);
    long last =
        held.stream()
            .flatMap(message -> deliveries.accepted(message).stream().limit(1))
            .mapToLong(Delivery::receivedNanos)
            .filter(nanos -> nanos <= until)
            .max()
            .orElse(0);
    long absent = held.size() - arrived;
    return (arrived == 0 ? "none" : Long.toString(arrived))
        + " of "
        + messages(held.size())
        + " for "
        + held.get(0).recipient()
        + " came"
        + (arrived == 0
            ? ""
            : ", the last " + seconds(last - askedNanos.getAsLong()) + " after ETRN")
        + "; "
        + absent
        + " did not come"
        + (withinMillis() < 0 ? "" : " within " + seconds(withinMillis() * 1_000_000))
        + late(until);
  }

  private String late(long until) {
    long late = countArrived(Long.MAX_VALUE) - countArrived(until);
    return late == 0 ? "" : ", " + late + " of them later";
  }

  /**
   * Returns, for example, {@code 2 messages came over 1 connection, the last 12.0 ms after ...}.
   */
  String summary() {
    List<Delivery> delivered =
        held.stream().flatMap(message -> deliveries.accepted(message).stream().limit(1)).toList();
    long connections = delivered.stream().map(Delivery::end).distinct().count();
    long last = delivered.stream().mapToLong(Delivery::receivedNanos).max().orElse(0);
    return messages(held.size())
        + " came over "
        + connections
        + (connections == 1 ? " connection" : " connections")
        + " to the exchanger, the last one "
        + PrintableText.millis(last - askedNanos.getAsLong())
        + " after ETRN";
  }

  /** Returns the declared time in milliseconds; negative if no time is declared. */
  private long withinMillis() {
    return transcript.fact(Facts.WITHIN).map(Duration::toMillis).orElse(-1L);
  }

  private static String messages(int count) {
    return count + (count == 1 ? " message" : " messages");
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
  }
}
