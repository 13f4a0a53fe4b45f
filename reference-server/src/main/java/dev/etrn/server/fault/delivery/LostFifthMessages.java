package dev.etrn.server.fault.delivery;

import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.QueuedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Settles every fifth message as if it had been delivered. */
final class LostFifthMessages extends AlteredMessages {

  private static final int FIVE = 5;

  private final AtomicInteger claimed = new AtomicInteger();

  LostFifthMessages(MessageStore store) {
    super(store);
  }

  @Override
  public List<QueuedMessage> claim(String node, int most) {
    List<QueuedMessage> found = super.claim(node, most);
    var left = new ArrayList<QueuedMessage>();
    for (QueuedMessage message : found) {
      if (claimed.incrementAndGet() % FIVE == 0) {
        super.settle(message);
      } else {
        left.add(message);
      }
    }
    // A claim without any message would end the run.
    return left.isEmpty() && !found.isEmpty() ? claim(node, most) : left;
  }
}
