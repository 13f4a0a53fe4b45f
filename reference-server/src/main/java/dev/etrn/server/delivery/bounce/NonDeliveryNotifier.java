package dev.etrn.server.delivery.bounce;

import dev.etrn.server.queue.QueuedMessage;
import java.util.List;

/** Tells the sender of a message for whom it was given up. */
@FunctionalInterface
public interface NonDeliveryNotifier {

  /**
   * Reports what was refused for good.
   *
   * @param refused those of its recipients that will never get it
   * @param why the exchanger's reply, or what we found ourselves, with its status code
   * @return whether the sender will be told; false keeps the message where an operator finds it
   */
  boolean report(QueuedMessage message, List<String> refused, String why);
}
