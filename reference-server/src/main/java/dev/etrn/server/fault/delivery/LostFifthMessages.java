package dev.etrn.server.fault.delivery;

import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.QueuedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The queue that settles every fifth message as if it had been delivered. */
final class LostFifthMessages extends AlteredMessages {

  private static final int FIVE = 5;

  private final AtomicInteger claimed = new AtomicInteger();

  LostFifthMessages(MessageStore store) {
    super(store);
  }

  @Override
  public List<QueuedMessage> claim(String node, int limit) {
    List<QueuedMessage> messages = super.claim(node, limit);
    var kept = new ArrayList<QueuedMessage>();
    for (QueuedMessage message : messages) {
      if (claimed.incrementAndGet() % FIVE == 0) {
        super.settle(message);
      } else {
        kept.add(message);
      }
    }
    // An empty claim would end the run.
    return kept.isEmpty() && !messages.isEmpty() ? claim(node, limit) : kept;
  }
}
