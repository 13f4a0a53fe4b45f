package dev.etrn.server.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * An SMTP reply, encoded for the wire (RFC 5321 section 4.2).
 *
 * <p>Whatever its text, its octets are printable US-ASCII (SMTP-026) in lines of at most 512 octets
 * (SMTP-025), all with the same code (SMTP-023).
 */
public final class SmtpReply {

  static final byte[] END = {'\r', '\n'};

  private static final int LONGEST_LINE = 512;

  private final int code;
  private final byte[] octets;

  private SmtpReply(int code, byte[] octets) {
    this.code = code;
    this.octets = octets;
  }

  /** Returns a reply without an enhanced status code, for the greeting, HELO and EHLO (ESC-001). */
  public static SmtpReply plain(int code, String text) {
    return new SmtpReply(code, line(code, ' ', text));
  }

  /**
   * Returns a reply whose text begins with an enhanced status code.
   *
   * @param enhanced the enhanced code, such as {@code 5.5.2}; its class is the code's first digit
   *     (ESC-002)
   */
  public static SmtpReply of(int code, String enhanced, String text) {
    if (enhanced.charAt(0) - '0' != code / 100) {
      throw new IllegalArgumentException(code + " does not go with " + enhanced);
    }
    return plain(code, enhanced + " " + text);
  }

  /** Returns a reply of unchecked octets, for mutants. */
  public static SmtpReply verbatim(int code, byte[] octets) {
    return new SmtpReply(code, octets.clone());
  }

  /** Returns a reply of several lines. */
  public static SmtpReply lines(int code, List<String> texts) {
    var out = new ByteArrayOutputStream();
    for (int i = 0; i < texts.size(); i++) {
      out.writeBytes(line(code, i == texts.size() - 1 ? ' ' : '-', texts.get(i)));
    }
    return new SmtpReply(code, out.toByteArray());
  }

  public int code() {
    return code;
  }

  /** Returns the octets with their line ends; not to be changed. */
  public byte[] octets() {
    return octets;
  }

  /** Returns a reply of one line: octets that are valid on the wire, then text that may not be. */
  static SmtpReply after(int code, byte[] beginning, String text) {
    byte[] added = text.getBytes(StandardCharsets.ISO_8859_1);
    int length = Math.min(added.length, LONGEST_LINE - beginning.length - END.length);
    byte[] line = Arrays.copyOf(beginning, beginning.length + length + END.length);
    for (int i = 0; i < length; i++) {
      line[beginning.length + i] = printable(added[i]);
    }
    line[line.length - 2] = END[0];
    line[line.length - 1] = END[1];
    return new SmtpReply(code, line);
  }

  /** Returns the octet, or a question mark for one that is not printable (SMTP-026). */
  private static byte printable(byte octet) {
    return octet < 0x20 || octet > 0x7E ? (byte) '?' : octet;
  }

  private static byte[] line(int code, char separator, String text) {
    byte[] beginning = (Integer.toString(code) + separator).getBytes(StandardCharsets.US_ASCII);
    return after(code, beginning, text).octets;
  }

  @Override
  public String toString() {
    return new String(octets, StandardCharsets.US_ASCII);
  }
}
