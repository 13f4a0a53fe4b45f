package dev.etrn.suites.transcript;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An immutable sequence of octets, as they were on the wire.
 *
 * <p>{@link #escaped()} shows them in printable US-ASCII without loss: CR, LF, HT and the backslash
 * as {@code \r \n \t \\}, every other octet outside 0x20-0x7E as {@code \xNN}. {@link #unescape} is
 * its inverse.
 */
public final class Octets {

  private final byte[] bytes;

  private Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Octets of(byte[] bytes) {
    return new Octets(bytes.clone());
  }

  /** Returns the octets of {@code text}, in which each char is one octet (ISO 8859-1). */
  public static Octets of(String text) {
    return new Octets(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Reads the form that {@link #escaped()} writes. */
  public static Octets unescape(String escaped) {
    var out = new java.io.ByteArrayOutputStream(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c != '\\') {
        out.write(c);
        continue;
      }
      char kind = escaped.charAt(++i);
      switch (kind) {
        case 'r' -> out.write('\r');
        case 'n' -> out.write('\n');
        case 't' -> out.write('\t');
        case '\\' -> out.write('\\');
        case 'x' -> {
          out.write(Integer.parseInt(escaped.substring(i + 1, i + 3), 16));
          i += 2;
        }
        default -> throw new IllegalArgumentException("unknown escape \\" + kind);
      }
    }
    return new Octets(out.toByteArray());
  }

  public byte[] toByteArray() {
    return bytes.clone();
  }

  public int size() {
    return bytes.length;
  }

  /** Returns the octets as text in which each octet is one char (ISO 8859-1). */
  public String text() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Returns the octets in printable US-ASCII; see the class comment. */
  public String escaped() {
    var out = new StringBuilder(bytes.length + 8);
    for (byte b : bytes) {
      int octet = b & 0xFF;
      switch (octet) {
        case '\r' -> out.append("\\r");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\\' -> out.append("\\\\");
        default -> {
          if (octet >= 0x20 && octet <= 0x7E) {
            out.append((char) octet);
          } else {
            out.append("\\x").append(HEX[octet >> 4]).append(HEX[octet & 0xF]);
          }
        }
      }
    }
    return out.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return escaped();
  }

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();
}
