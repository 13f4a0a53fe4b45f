package dev.etrn.suites.transcript;

import java.util.List;
import java.util.Optional;

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

  /** The header field that carries the token of an injected message. */
  public static final String TOKEN_FIELD = "X-ETRN-Token";

  public Delivery {
    recipients = List.copyOf(recipients);
  }

  /** The token of the harness in the header, if it has one. */
  public Optional<String> token() {
    return tokenOf(content.text());
  }

  /** The value of {@link #TOKEN_FIELD} in the header of {@code content}. */
  public static Optional<String> tokenOf(String content) {
    int bodyAt = content.indexOf("\r\n\r\n");
    String header = bodyAt < 0 ? content : content.substring(0, bodyAt);
    for (String line : header.split("\r\n")) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).strip().equalsIgnoreCase(TOKEN_FIELD)) {
        return Optional.of(line.substring(colon + 1).strip());
      }
    }
    return Optional.empty();
  }
}
