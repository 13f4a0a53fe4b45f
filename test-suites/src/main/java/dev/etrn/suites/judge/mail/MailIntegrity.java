package dev.etrn.suites.judge.mail;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Delivery;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.MailContent;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules for all mail that came, whatever the case: it is unchanged, it came once, and it came
 * to its own recipient (RFC 5321 section 6.1). Each finding names the message and its connection;
 * without a breach there is no finding.
 */
public final class MailIntegrity {

  private static final String MAIL = "SMTP-037";

  private MailIntegrity() {}

  /** Returns the number of accepted deliveries of messages of the harness in a transcript. */
  public static long delivered(Transcript transcript) {
    Deliveries deliveries = Deliveries.of(transcript);
    return messages(transcript).stream()
        .mapToLong(message -> deliveries.accepted(message).size())
        .sum();
  }

  /** Compares envelope, header and body of each delivery with the message that was handed over. */
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
    MailContent submitted = MailContent.parse(message.content().text());
    MailContent delivered = MailContent.parse(delivery.content().text());
    var differences = new ArrayList<Finding>(HeaderComparison.of(submitted, delivered));
    BodyComparison.of(submitted, delivered).ifPresent(differences::add);
    sender(submitted, delivery).ifPresent(differences::add);
    return differences.stream()
        .map(
            finding ->
                new Finding(
                    finding.assessment(),
                    finding.requirement(),
                    "message " + described(message, delivery) + ": " + finding.observed()));
  }

  /** Compares the envelope sender: a forwarder may have reason to replace it, a relay has none. */
  private static Optional<Finding> sender(MailContent submitted, Delivery delivery) {
    return submitted
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
   * Finds messages that came twice to one recipient. If the network broke during a delivery,
   * another rule applies ({@link RetryJudge}), because a lost reply leaves no choice (RFC 1047).
   */
  public static List<Finding> once(Transcript transcript) {
    if (transcript.fact(Facts.LINK_BROKEN).isPresent()) {
      return List.of();
    }
    Deliveries deliveries = Deliveries.of(transcript);
    return messages(transcript).stream()
        .flatMap(message -> SubmittedMail.twice(message, deliveries.accepted(message)).stream())
        .toList();
  }

  /** Finds messages that came to somebody who was not their recipient. */
  public static List<Finding> rightRecipient(Transcript transcript) {
    Deliveries deliveries = Deliveries.of(transcript);
    List<Event.Injected> messages = messages(transcript);
    return messages.stream()
        .map(Event.Injected::token)
        .distinct()
        .flatMap(
            token -> {
              List<Event.Injected> copies =
                  messages.stream().filter(m -> m.token().equals(token)).toList();
              return deliveries.accepted(token).stream().flatMap(d -> misrouted(copies, d));
            })
        .toList();
  }

  private static Stream<Finding> misrouted(List<Event.Injected> copies, Delivery delivery) {
    List<String> intended = copies.stream().map(Event.Injected::recipient).toList();
    return delivery.recipients().stream()
        .filter(recipient -> intended.stream().noneMatch(recipient::equalsIgnoreCase))
        .map(
            recipient ->
                Finding.broken(
                    MAIL,
                    "message "
                        + described(copies.get(0), delivery)
                        + " was for "
                        + String.join(" and ", intended)
                        + ", and came for "
                        + recipient));
  }

  private static List<Event.Injected> messages(Transcript transcript) {
    return transcript.all(Event.Injected.class).toList();
  }

  private static String described(Event.Injected message, Delivery delivery) {
    return message.token() + " on " + delivery.end();
  }
}
