package dev.etrn.suites.judge.mail;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Delivery;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.MailContent;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What holds of all mail that came, whatever the case: it is what was handed over, it came once,
 * and it came to whom it was for (RFC 5321 section 6.1). Each finding names the message and where
 * it came; without a breach there is none.
 */
public final class MailIntegrity {

  private static final String MAIL = "SMTP-037";

  private MailIntegrity() {}

  /** How many accepted deliveries of messages of the harness a transcript has. */
  public static long delivered(Transcript transcript) {
    Deliveries deliveries = Deliveries.of(transcript);
    return messages(transcript).stream()
        .mapToLong(message -> deliveries.accepted(message).size())
        .sum();
  }

  /** Envelope, header and body of each delivery beside what was handed over. */
  public static List<Finding> unchanged(Transcript transcript) {
    Deliveries deliveries = Deliveries.of(transcript);
    return messages(transcript).stream()
        .flatMap(
            message ->
                deliveries.accepted(message).stream()
                    .flatMap(delivery -> differences(message, delivery)))
        .distinct()
        .toList();
  }

  private static Stream<Finding> differences(Event.Injected message, Delivery delivery) {
    MailContent before = MailContent.parse(message.content().text());
    MailContent after = MailContent.parse(delivery.content().text());
    var differences = new ArrayList<Finding>(HeaderComparison.of(before, after));
    BodyComparison.of(before, after).ifPresent(differences::add);
    sender(before, delivery).ifPresent(differences::add);
    return differences.stream()
        .map(
            found ->
                new Finding(
                    found.assessment(),
                    found.requirement(),
                    "message " + named(message, delivery) + ": " + found.observed()));
  }

  /** A forwarder may have reason to put itself in the place of the sender; a relay has none. */
  private static Optional<Finding> sender(MailContent before, Delivery delivery) {
    return before
        .field("from")
        .map(from -> from.replaceAll(".*<|>.*", "").toLowerCase(Locale.ROOT))
        .filter(from -> !from.equals(delivery.sender().toLowerCase(Locale.ROOT)))
        .map(
            from ->
                Finding.doubtful(
                    MAIL,
                    "its envelope sender was " + from + ", and came as " + delivery.sender()));
  }

  /**
   * Messages that came twice to one recipient. Where the network broke under a delivery another
   * rule counts ({@link RetryJudge}), since a reply that is lost leaves no choice (RFC 1047).
   */
  public static List<Finding> once(Transcript transcript) {
    if (transcript.fact(RetryJudge.BROKEN).isPresent()) {
      return List.of();
    }
    Deliveries deliveries = Deliveries.of(transcript);
    return messages(transcript).stream()
        .flatMap(message -> SubmittedMail.twice(message, deliveries.accepted(message)).stream())
        .toList();
  }

  /** Messages that came to somebody whom they were not for. */
  public static List<Finding> rightRecipient(Transcript transcript) {
    Deliveries deliveries = Deliveries.of(transcript);
    List<Event.Injected> messages = messages(transcript);
    return messages.stream()
        .map(Event.Injected::token)
        .distinct()
        .flatMap(
            token -> {
              List<Event.Injected> same =
                  messages.stream().filter(m -> m.token().equals(token)).toList();
              return deliveries.accepted(token).stream().flatMap(d -> misrouted(same, d));
            })
        .toList();
  }

  private static Stream<Finding> misrouted(List<Event.Injected> same, Delivery delivery) {
    List<String> meant = same.stream().map(Event.Injected::recipient).toList();
    return delivery.recipients().stream()
        .filter(recipient -> meant.stream().noneMatch(recipient::equalsIgnoreCase))
        .map(
            recipient ->
                Finding.broken(
                    MAIL,
                    "message "
                        + named(same.get(0), delivery)
                        + " was for "
                        + String.join(" and ", meant)
                        + ", and came for "
                        + recipient));
  }

  private static List<Event.Injected> messages(Transcript transcript) {
    return transcript.all(Event.Injected.class).toList();
  }

  private static String named(Event.Injected message, Delivery delivery) {
    return message.token() + " on " + delivery.end();
  }
}
