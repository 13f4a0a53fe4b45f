package dev.etrn.suites.transcript;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One mail transaction that the target carried through at the sink.
 *
 * @param end the sink's connection
 * @param openedNanos when that connection was accepted
 * @param peer where it came from
 * @param sender the reverse-path as given, with what stands between the angle brackets
 * @param recipients the forward-paths that the sink took
 * @param content header and body after dot-unstuffing
 * @param receivedNanos when the final dot was read
 * @param accepted whether the sink answered it with a 2yz reply
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

  /** Whether this was delivered to {@code recipient}; letter case is not told apart. */
  public boolean isFor(String recipient) {
    return recipients.stream().anyMatch(recipient::equalsIgnoreCase);
  }

  /** The token of the harness in the header, if it has one. */
  public Optional<String> token() {
    return tokens().stream().findFirst();
  }

  /** The tokens by which this message can be recognised; see {@link MailContent#tokens}. */
  public Set<String> tokens() {
    return MailContent.parse(content.text()).tokens();
  }
}
