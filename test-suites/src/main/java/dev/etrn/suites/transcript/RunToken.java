package dev.etrn.suites.transcript;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells the mail of one run from that of every other run, and from other people's: it stands in the
 * recipient of each message, {@code etrn-TOKEN@node}, so that the sink knows at RCPT whose it is.
 *
 * @param text eight lower-case letters and digits
 */
public record RunToken(String text) {

  /** The fact that names the run of a transcript. */
  public static final String FACT = "run";

  private static final Pattern ADDRESS =
      Pattern.compile("etrn-([a-z0-9]{8})(?:-[a-z0-9]+)?@.+", Pattern.CASE_INSENSITIVE);
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 8;

  /** A token that no other run has, whatever its seed. */
  public static RunToken fresh() {
    return new RunToken(
        new SecureRandom()
            .ints(LENGTH, 0, LETTERS.length())
            .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
            .collect(Collectors.joining()));
  }

  /** The run whose mail an address is for; empty for other people's. */
  public static Optional<RunToken> of(String address) {
    Matcher matcher = ADDRESS.matcher(address);
    return matcher.matches()
        ? Optional.of(new RunToken(matcher.group(1).toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** The recipient of messages for {@code node}. */
  public String recipient(String node) {
    return "etrn-" + text + "@" + node;
  }

  /**
   * Another recipient at {@code node}.
   *
   * @param label letters and digits
   */
  public String recipient(String node, String label) {
    return "etrn-" + text + "-" + label + "@" + node;
  }
}
