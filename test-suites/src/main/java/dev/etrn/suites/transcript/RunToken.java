package dev.etrn.suites.transcript;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The token that tells the mail of a run from that of other runs and of other people. It is a part
 * of the recipient of each message, {@code etrn-TOKEN@node}, so that the sink knows the run at
 * RCPT.
 *
 * @param text the token, eight lower-case letters and digits
 */
public record RunToken(String text) {

  private static final Pattern ADDRESS =
      Pattern.compile("etrn-([a-z0-9]{8})(?:-[a-z0-9]+)?@.+", Pattern.CASE_INSENSITIVE);
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 8;

  /** Returns a token that no other run has, whatever its seed. */
  public static RunToken fresh() {
    return new RunToken(
        new SecureRandom()
            .ints(LENGTH, 0, LETTERS.length())
            .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
            .collect(Collectors.joining()));
  }

  /** Returns the token in an address; empty if the address is not one of the harness. */
  public static Optional<RunToken> of(String address) {
    Matcher matcher = ADDRESS.matcher(address);
    return matcher.matches()
        ? Optional.of(new RunToken(matcher.group(1).toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** Returns the recipient of messages for {@code node}. */
  public String recipient(String node) {
    return "etrn-" + text + "@" + node;
  }

  /**
   * Returns another recipient at {@code node}.
   *
   * @param label the label of the recipient, letters and digits
   */
  public String recipient(String node, String label) {
    return "etrn-" + text + "-" + label + "@" + node;
  }
}
