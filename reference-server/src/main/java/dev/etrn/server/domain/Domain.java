package dev.etrn.server.domain;

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

  private Domain() {}

  /** The name in lower case, or empty when it is none. */
  public static Optional<String> parse(String name) {
    if (!isDomain(name)) {
      return Optional.empty();
    }
    return Optional.of(hasUpperCase(name) ? name.toLowerCase(Locale.ROOT) : name);
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

  private static boolean isDomain(String name) {
    if (name.isEmpty() || name.length() > LONGEST) {
      return false;
    }
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || name.charAt(i) == '.') {
        if (!isLabel(name, start, i)) {
          return false;
        }
        start = i + 1;
      } else if (!isLetter(name.charAt(i)) && !isDigit(name.charAt(i)) && name.charAt(i) != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLabel(String name, int from, int to) {
    return to > from
        && to - from <= LONGEST_LABEL
        && name.charAt(from) != '-'
        && name.charAt(to - 1) != '-';
  }

  private static boolean hasUpperCase(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 'A' && name.charAt(i) <= 'Z') {
        return true;
      }
    }
    return false;
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
