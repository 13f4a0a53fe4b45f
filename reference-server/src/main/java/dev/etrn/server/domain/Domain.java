package dev.etrn.server.domain;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A domain name in lower case (RFC 5321 sections 2.3.5 and 4.1.2; RFC 1123 section 2.1).
 *
 * <p>Labels of letters, digits and inner hyphens, 1 to 63 octets each, 255 in all. Comparison is by
 * octets after folding, whatever the machine's locale (ETRN-045, SEC-026).
 */
public final class Domain {

  private static final int LONGEST = 255;
  private static final int LONGEST_LABEL = 63;
  private static final byte[] FOLDED = folded();

  private Domain() {}

  /** The name in lower case, or empty when it is none. */
  public static Optional<String> parse(String name) {
    // What is no octet becomes a question mark, which is in no name either.
    byte[] octets = name.getBytes(StandardCharsets.ISO_8859_1);
    boolean isFolded = true;
    int label = 0;
    for (int i = 0; i < octets.length; i++) {
      byte folded = FOLDED[octets[i] & 0xFF];
      isFolded &= folded == octets[i];
      if (folded == '.') {
        if (!isLabel(octets, label, i)) {
          return Optional.empty();
        }
        label = i + 1;
      } else if (folded == 0) {
        return Optional.empty();
      }
    }
    if (octets.length > LONGEST || !isLabel(octets, label, octets.length)) {
      return Optional.empty();
    }
    return Optional.of(isFolded ? name : name.toLowerCase(Locale.ROOT));
  }

  /** Of octets that are in a name. */
  private static boolean isLabel(byte[] octets, int from, int to) {
    return to > from && to - from <= LONGEST_LABEL && octets[from] != '-' && octets[to - 1] != '-';
  }

  /** Whether a name has a dot, and its last label is no number: {@code 192.0.2.1} is no FQDN. */
  public static boolean isFullyQualified(String domain) {
    int lastDot = domain.lastIndexOf('.');
    for (int i = lastDot + 1; i < domain.length(); i++) {
      if (!isDigit(domain.charAt(i))) {
        return lastDot > 0;
      }
    }
    return false;
  }

  /** What each octet is in a name, in lower case; 0 when it is in none. */
  private static byte[] folded() {
    var folded = new byte[256];
    for (char c = 'a'; c <= 'z'; c++) {
      folded[c] = (byte) c;
      folded[c - 'a' + 'A'] = (byte) c;
    }
    for (char c = '0'; c <= '9'; c++) {
      folded[c] = (byte) c;
    }
    folded['-'] = '-';
    folded['.'] = '.';
    return folded;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
