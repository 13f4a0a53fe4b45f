package dev.etrn.suites.judge.mail;

import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.PrintableText;
import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Delivery;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of the messages of one group after ETRN asked for them: a view, which judges nothing.
 */
final class Release {

  private static final String SCHEDULED = "release.scheduled";

  private final Transcript transcript;
  private final String group;
  private final OptionalLong asked;
  private final List<Reply> replies;
  private final List<Event.Injected> held;
  private final Deliveries deliveries;

  private Release(Transcript transcript, String group, String step) {
    this.transcript = transcript;
    this.group = group;
    this.asked = SubmittedMail.askedAt(transcript, step);
    this.replies =
        Dialogue.all(transcript).stream().flatMap(d -> d.replies(step).stream()).toList();
    this.held =
        asked.isEmpty() ? List.of() : SubmittedMail.held(transcript, group, asked.getAsLong());
    this.deliveries = Deliveries.of(transcript);
  }

  /**
   * @param group as the script injected it
   * @param step in which the ETRN was sent
   */
  static Release of(Transcript transcript, String group, String step) {
    return new Release(transcript, group, step);
  }

  /** Whether the target declares that it delivers at its next scheduled time. */
  static boolean isScheduled(Transcript transcript) {
    return transcript.fact(SCHEDULED).filter("true"::equals).isPresent();
  }

  List<Event.Injected> held() {
    return held;
  }

  /**
   * Why nothing can be said: no mail was held, or the request was refused and none came.
   *
   * @param requirement of which it cannot be said
   */
  Optional<Finding> obstacle(String requirement) {
    if (held.isEmpty()) {
      return Optional.of(SubmittedMail.unjudged(transcript, requirement, group));
    }
    boolean isRefused =
        !replies.isEmpty() && replies.stream().allMatch(r -> Codes.REFUSED.test(r.code()));
    return isRefused && came(Long.MAX_VALUE) == 0
        ? Optional.of(refused(requirement))
        : Optional.empty();
  }

  /** The case of permitted nodes speaks of a refusal for good; any other may be gone next time. */
  private Finding refused(String requirement) {
    return replies.stream().allMatch(r -> r.firstDigit() == 5)
        ? Finding.referred(requirement, Finding.PERMITTED_CASE)
        : Finding.inconclusive(
            requirement,
            "refused, so that nothing was to come: " + PrintableText.reply(replies.get(0)));
  }

  /** Until when the held mail has to come: the declared time, counted from the reply to ETRN. */
  long deadline() {
    long from = replies.stream().mapToLong(Reply::nanos).min().orElseGet(asked::getAsLong);
    return from + Math.max(0, withinMillis() * 1_000_000);
  }

  /** How many of the held messages came before {@code nanos}. */
  long came(long nanos) {
    return held.stream().filter(message -> hasCome(message, nanos)).count();
  }

  private boolean hasCome(Event.Injected message, long nanos) {
    return deliveries.accepted(message).stream().anyMatch(d -> d.receivedNanos() <= nanos);
  }

  /** Such as {@code 3 of 5 messages for x came, the last 2.1 s after ETRN; 2 did not ...}. */
  String missing(long until) {
    long came = came(until);
    long last =
        held.stream()
            .flatMap(message -> deliveries.accepted(message).stream().limit(1))
            .mapToLong(Delivery::receivedNanos)
            .filter(nanos -> nanos <= until)
            .max()
            .orElse(0);
    long absent = held.size() - came;
    return (came == 0 ? "none" : Long.toString(came))
        + " of "
        + messages(held.size())
        + " for "
        + held.get(0).recipient()
        + " came"
        + (came == 0 ? "" : ", the last " + seconds(last - asked.getAsLong()) + " after ETRN")
        + "; "
        + absent
        + " did not come"
        + (withinMillis() < 0 ? "" : " within " + seconds(withinMillis() * 1_000_000))
        + late(until);
  }

  private String late(long until) {
    long late = came(Long.MAX_VALUE) - came(until);
    return late == 0 ? "" : ", " + late + " of them later";
  }

  /** Such as {@code 2 messages came over 1 connection, the last one 12.0 ms after ETRN}. */
  String summary() {
    List<Delivery> all =
        held.stream().flatMap(message -> deliveries.accepted(message).stream().limit(1)).toList();
    long connections = all.stream().map(Delivery::end).distinct().count();
    long last = all.stream().mapToLong(Delivery::receivedNanos).max().orElse(0);
    return messages(held.size())
        + " came over "
        + connections
        + (connections == 1 ? " connection" : " connections")
        + " to the exchanger, the last one "
        + PrintableText.millis(last - asked.getAsLong())
        + " after ETRN";
  }

  /** The declared time in milliseconds; negative when none was declared. */
  private long withinMillis() {
    return transcript
        .fact("within")
        .map(text -> Long.parseLong(text.replace(" ms", "")))
        .orElse(-1L);
  }

  private static String messages(int count) {
    return count + (count == 1 ? " message" : " messages");
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
  }
}
