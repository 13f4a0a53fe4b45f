package dev.etrn.server.wire;

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
    return new Reply(code, line(code, ' ', text).getBytes(StandardCharsets.US_ASCII));
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
    var out = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      out.append(line(code, i == texts.size() - 1 ? ' ' : '-', texts.get(i)));
    }
    return new Reply(code, out.toString().getBytes(StandardCharsets.US_ASCII));
  }

  public int code() {
    return code;
  }

  /** The octets with their line ends; not to be changed. */
  public byte[] octets() {
    return octets;
  }

  private static String line(int code, char separator, String text) {
    return code + String.valueOf(separator) + printable(text) + "\r\n";
  }

  private static String printable(String text) {
    String shown = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    for (int i = 0; i < shown.length(); i++) {
      if (shown.charAt(i) < 0x20 || shown.charAt(i) > 0x7E) {
        return shown.replaceAll("[^\\x20-\\x7E]", "?");
      }
    }
    return shown;
  }

  @Override
  public String toString() {
    return new String(octets, StandardCharsets.US_ASCII);
  }
}
