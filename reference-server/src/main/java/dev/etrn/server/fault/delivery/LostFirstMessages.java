package dev.etrn.server.fault.delivery;

import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.QueuedMessage;
import java.util.List;

/** Settles the first message of every claim as if it had been delivered. */
final class LostFirstMessages extends AlteredMessages {

  LostFirstMessages(MessageStore store) {
    super(store);
  }

  @Override
  public List<QueuedMessage> claim(String node, int most) {
    List<QueuedMessage> claimed = super.claim(node, most);
    if (claimed.isEmpty()) {
      return claimed;
    }
    super.settle(claimed.get(0));
    // A claim without any message would end the run.
    return claimed.size() == 1 ? claim(node, most) : claimed.subList(1, claimed.size());
  }
}
