package dev.etrn.server.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses that share their first bits.
 *
 * @param first any address of the range
 * @param bits the number of shared bits
 */
public record AddressRange(InetAddress first, int bits) {

  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  /**
   * Reads {@code 192.0.2.0/24}, {@code 2001:db8::/32}, or a single address; empty for anything
   * else.
   */
  public static Optional<AddressRange> parse(String text) {
    String[] parts = text.split("/", 2);
    if (!LITERAL.matcher(parts[0]).matches()) {
      return Optional.empty();
    }
    try {
      InetAddress first = InetAddress.getByName(parts[0]);
      int addressBits = first.getAddress().length * 8;
      int bits = parts.length == 1 ? addressBits : Integer.parseInt(parts[1]);
      return bits < 0 || bits > addressBits
          ? Optional.empty()
          : Optional.of(new AddressRange(first, bits));
    } catch (UnknownHostException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Returns true if {@code address} is of the same family and begins with the same bits. */
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
