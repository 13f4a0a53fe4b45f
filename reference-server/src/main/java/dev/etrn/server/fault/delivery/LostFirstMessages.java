package dev.etrn.server.fault.delivery;

import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.QueuedMessage;
import java.util.List;

/** The queue that settles the first message of every claim as if it had been delivered. */
final class LostFirstMessages extends AlteredMessages {

  LostFirstMessages(MessageStore store) {
    super(store);
  }

  @Override
  public List<QueuedMessage> claim(String node, int limit) {
    List<QueuedMessage> claimed = super.claim(node, limit);
    if (claimed.isEmpty()) {
      return claimed;
    }
    super.settle(claimed.get(0));
    // An empty claim would end the run.
    return claimed.size() == 1 ? claim(node, limit) : claimed.subList(1, claimed.size());
  }
}
