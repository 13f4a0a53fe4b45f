package dev.etrn.server.smtp;

import dev.etrn.server.access.ConnectedClient;
import dev.etrn.server.domain.AddressLiteral;
import dev.etrn.server.wire.MailDate;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** The Received field that a relay adds at the top of a message (RFC 5321 section 4.4). */
final class ReceivedField {

  private ReceivedField() {}

  static byte[] stamp(byte[] content, String greetedAs, ConnectedClient client, String host) {
    String field =
        "Received: from "
            + greetedAs
            + " ("
            + AddressLiteral.of(client.address())
            + ")\r\n\tby "
            + host
            + " with ESMTP"
            // RFC 3848
            + (client.isEncrypted() ? "S" : "")
            + (client.identity().isPresent() ? "A" : "")
            + "; "
            + MailDate.of(ZonedDateTime.now(ZoneOffset.UTC))
            + "\r\n";
    byte[] head = field.getBytes(StandardCharsets.US_ASCII);
    byte[] whole = new byte[head.length + content.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(content, 0, whole, head.length, content.length);
    return whole;
  }
}
