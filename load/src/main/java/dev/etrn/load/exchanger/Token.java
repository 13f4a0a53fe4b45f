package dev.etrn.load.exchanger;

import dev.etrn.suites.transcript.MailContent;
import java.nio.charset.StandardCharsets;

/**
 * What marks the messages of a load run: which it is, and whose.
 *
 * @param node the domain of the recipient
 * @param number tells messages apart, over all nodes
 */
public record Token(String node, String number) {

  /** As it stands in the field, such as {@code partner1.branch.example/17}. */
  public String text() {
    return node + "/" + number;
  }

  /** The domain that a message with this mark is for; empty when it is no mark of ours. */
  public static String nodeOf(String text) {
    int slash = text.indexOf('/');
    return slash < 0 ? "" : text.substring(0, slash);
  }

  /**
   * A message that carries it.
   *
   * @param octets how long it is about
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
