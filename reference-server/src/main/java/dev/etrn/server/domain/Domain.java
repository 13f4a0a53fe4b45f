package dev.etrn.server.domain;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A domain name in lower case (RFC 5321 sections 2.3.5 and 4.1.2; RFC 1123 section 2.1).
 *
 * <p>Labels of letters, digits and inner hyphens, 1 to 63 octets each, 255 in total. Comparison is
 * by octets after folding, whatever the machine's locale (ETRN-045, SEC-026).
 */
public final class Domain {

  private static final int LONGEST = 255;
  private static final int LONGEST_LABEL = 63;
  private static final byte[] FOLDED = folded();

  private Domain() {}

  /** Returns the name in lower case, or empty when it is not a domain name. */
  public static Optional<String> parse(String name) {
    // A character above 255 becomes a question mark, which is not valid in a name either.
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

  /** Returns true if these octets, all of them valid in a name, are a label. */
  private static boolean isLabel(byte[] octets, int start, int end) {
    return end > start
        && end - start <= LONGEST_LABEL
        && octets[start] != '-'
        && octets[end - 1] != '-';
  }

  /**
   * Returns true if a name has a dot and its last label is not a number: {@code 192.0.2.1} is not a
   * fully qualified domain name.
   */
  public static boolean isFullyQualified(String domain) {
    int lastDot = domain.lastIndexOf('.');
    for (int i = lastDot + 1; i < domain.length(); i++) {
      if (!isDigit(domain.charAt(i))) {
        return lastDot > 0;
      }
    }
    return false;
  }

  /** Returns a table of octets in lower case; 0 for an octet that is not valid in a name. */
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
