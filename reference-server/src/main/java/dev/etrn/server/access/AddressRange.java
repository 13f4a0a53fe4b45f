package dev.etrn.server.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that share their first bits.
 *
 * @param first any address of the range
 * @param bits how many are shared
 */
public record AddressRange(InetAddress first, int bits) {

  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  /** {@code 192.0.2.0/24}, {@code 2001:db8::/32}, or a lone address; empty for anything else. */
  public static Optional<AddressRange> parse(String text) {
    String[] parts = text.split("/", 2);
    if (!LITERAL.matcher(parts[0]).matches()) {
      return Optional.empty();
    }
    try {
      InetAddress first = InetAddress.getByName(parts[0]);
      int most = first.getAddress().length * 8;
      int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
      return bits < 0 || bits > most
          ? Optional.empty()
          : Optional.of(new AddressRange(first, bits));
    } catch (UnknownHostException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Whether {@code address} is of the same family and begins with the same bits. */
  public boolean contains(InetAddress address) {
    byte[] ours = first.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
