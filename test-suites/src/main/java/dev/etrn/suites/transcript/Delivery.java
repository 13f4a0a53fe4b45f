package dev.etrn.suites.transcript;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A mail transaction that the target completed at the sink.
 *
 * @param end the sink's connection
 * @param openedNanos the time at which that connection was accepted
 * @param peer the peer's address
 * @param sender the reverse-path as it came, without the angle brackets
 * @param recipients the forward-paths that the sink accepted
 * @param content the header and the body after dot-unstuffing
 * @param receivedNanos the time at which the final dot was read
 * @param accepted true if the sink answered it with a 2yz reply
 */
public record Delivery(
    End end,
    long openedNanos,
    String peer,
    String sender,
    List<String> recipients,
    Octets content,
    long receivedNanos,
    boolean accepted) {

  public Delivery {
    recipients = List.copyOf(recipients);
  }

  /** Returns true if this was delivered to {@code recipient}; letter case does not matter. */
  public boolean isFor(String recipient) {
    return recipients.stream().anyMatch(recipient::equalsIgnoreCase);
  }

  /** Returns the token of the harness in the header, if it has one. */
  public Optional<String> token() {
    return tokens().stream().findFirst();
  }

  /** Returns the tokens by which this message can be recognised; see {@link MailContent#tokens}. */
  public Set<String> tokens() {
    return MailContent.parse(content.text()).tokens();
  }
}
