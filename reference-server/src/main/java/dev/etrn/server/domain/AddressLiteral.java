package dev.etrn.server.domain;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address literal in the place of a domain, such as {@code [192.0.2.1]} or {@code
 * [IPv6:2001:db8::1]} (RFC 5321 section 4.1.3). IPv6 is the only tag that is registered.
 */
public final class AddressLiteral {

  private static final String TAG = "[ipv6:";
  private static final Pattern IPV4 =
      Pattern.compile("\\[(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})]");
  private static final Pattern IPV6 = Pattern.compile("\\[ipv6:(?=[^:]*:)[0-9a-f:][0-9a-f:.]*]");

  private AddressLiteral() {}

  /** Returns the literal in lower case, or empty when it is not a literal. */
  public static Optional<String> parse(String text) {
    String literal = text.toLowerCase(Locale.ROOT);
    return address(literal).map(address -> literal);
  }

  /** Returns the address of a literal in lower case, without any look-up. */
  public static Optional<InetAddress> address(String literal) {
    try {
      Matcher ipv4 = IPV4.matcher(literal);
      if (ipv4.matches()) {
        byte[] octets = octets(ipv4);
        return octets.length == 0
            ? Optional.empty()
            : Optional.of(InetAddress.getByAddress(octets));
      }
      // In brackets Java takes nothing but an IPv6 address, and never asks a name server.
      return IPV6.matcher(literal).matches()
          ? Optional.of(InetAddress.getByName("[" + literal.substring(TAG.length())))
          : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Returns the literal of an address. */
  public static String of(InetAddress address) {
    String text = address.getHostAddress().replaceFirst("%.*", "");
    return address instanceof Inet6Address ? "[IPv6:" + text + "]" : "[" + text + "]";
  }

  /** Returns the octets; none when a number is too large for one. */
  private static byte[] octets(Matcher ipv4) {
    var octets = new byte[ipv4.groupCount()];
    for (int i = 0; i < octets.length; i++) {
      int number = Integer.parseInt(ipv4.group(i + 1));
      if (number > 255) {
        return new byte[0];
      }
      octets[i] = (byte) number;
    }
    return octets;
  }
}
