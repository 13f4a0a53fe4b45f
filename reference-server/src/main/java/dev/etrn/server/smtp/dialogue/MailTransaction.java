package dev.etrn.server.smtp.dialogue;

import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.IncomingMessage.Destination;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The envelope of a mail transaction, from MAIL to the end of the DATA exchange. */
public final class MailTransaction {

  private record Place(String channel, String node) {}

  private final String sender;
  private final Map<Place, List<String>> recipients = new LinkedHashMap<>();
  private int count;

  MailTransaction(String sender) {
    this.sender = sender;
  }

  void add(String recipient, String channel, String node) {
    recipients.computeIfAbsent(new Place(channel, node), key -> new ArrayList<>()).add(recipient);
    count++;
  }

  int recipients() {
    return count;
  }

  public IncomingMessage submission(byte[] content) {
    return new IncomingMessage(
        sender,
        recipients.entrySet().stream()
            .map(
                entry ->
                    new Destination(
                        entry.getKey().channel(), entry.getKey().node(), entry.getValue()))
            .toList(),
        content);
  }
}
