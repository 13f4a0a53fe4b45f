package dev.etrn.server.delivery.bounce;

import dev.etrn.server.queue.QueuedMessage;
import java.util.List;

/** The notifier of a message's sender about recipients that will never get it. */
@FunctionalInterface
public interface NonDeliveryNotifier {

  /**
   * Reports a permanent failure.
   *
   * @param refused the recipients that will never get it
   * @param reason the exchanger's reply, or the server's own reason, with its status code
   * @return true if the sender will get a report; false keeps the message where an operator finds
   *     it
   */
  boolean report(QueuedMessage message, List<String> refused, String reason);
}
