package dev.etrn.load.exchanger;

import dev.etrn.suites.transcript.MailContent;
import java.nio.charset.StandardCharsets;

/**
 * The token that marks a message of a load run.
 *
 * @param node the domain of the recipient
 * @param number the message's number, which tells messages of all nodes apart
 */
public record Token(String node, String number) {

  /**
   * Returns the text of the token in its header field, such as {@code partner1.branch.example/17}.
   */
  public String text() {
    return node + "/" + number;
  }

  /**
   * Returns the domain that a message with this token is for; empty if it is not a token of ours.
   */
  public static String nodeOf(String text) {
    int slash = text.indexOf('/');
    return slash < 0 ? "" : text.substring(0, slash);
  }

  /**
   * Returns a message that carries this token.
   *
   * @param octets the approximate length of the message
   * @return lines that end in CRLF, without the final dot; none begins with a dot
   */
  public byte[] message(int octets) {
    var text = new StringBuilder();
    text.append("From: <sender@client.example>\r\nTo: <inbox@").append(node).append(">\r\n");
    text.append("Subject: load\r\n").append(MailContent.TOKEN_FIELD).append(": ");
    text.append(text()).append("\r\n\r\n");
    while (text.length() < octets) {
      text.append("The quick brown fox jumps over the lazy dog, 64 octets a line.\r\n");
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
