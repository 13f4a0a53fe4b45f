package dev.etrn.server.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One SMTP reply, ready for the wire (RFC 5321 section 4.2).
 *
 * <p>Whatever text it was made of, its octets are printable US-ASCII (SMTP-026) in lines of at most
 * 512 octets (SMTP-025), all with the same code (SMTP-023).
 */
public final class Reply {

  private static final int LONGEST_TEXT = 512 - "250-".length() - "\r\n".length();

  private final int code;
  private final byte[] octets;

  private Reply(int code, byte[] octets) {
    this.code = code;
    this.octets = octets;
  }

  /** A reply without an enhanced status code, as the greeting, HELO and EHLO have (ESC-001). */
  public static Reply plain(int code, String text) {
    return new Reply(code, line(code, ' ', text));
  }

  /**
   * A reply whose text begins with an enhanced status code.
   *
   * @param enhanced such as {@code 5.5.2}; its class is the code's first digit (ESC-002)
   */
  public static Reply of(int code, String enhanced, String text) {
    if (enhanced.charAt(0) - '0' != code / 100) {
      throw new IllegalArgumentException(code + " does not go with " + enhanced);
    }
    return plain(code, enhanced + " " + text);
  }

  /** A reply of several lines. */
  public static Reply lines(int code, List<String> texts) {
    var out = new ByteArrayOutputStream();
    for (int i = 0; i < texts.size(); i++) {
      out.writeBytes(line(code, i == texts.size() - 1 ? ' ' : '-', texts.get(i)));
    }
    return new Reply(code, out.toByteArray());
  }

  public int code() {
    return code;
  }

  /** The octets with their line ends; not to be changed. */
  public byte[] octets() {
    return octets;
  }

  private static byte[] line(int code, char separator, String text) {
    int length = Math.min(text.length(), LONGEST_TEXT);
    byte[] line = new byte[length + 6];
    line[0] = (byte) ('0' + code / 100);
    line[1] = (byte) ('0' + code / 10 % 10);
    line[2] = (byte) ('0' + code % 10);
    line[3] = (byte) separator;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      line[i + 4] = (byte) (c < 0x20 || c > 0x7E ? '?' : c);
    }
    line[length + 4] = '\r';
    line[length + 5] = '\n';
    return line;
  }

  @Override
  public String toString() {
    return new String(octets, StandardCharsets.US_ASCII);
  }
}
