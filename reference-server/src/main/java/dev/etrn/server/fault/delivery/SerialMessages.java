package dev.etrn.server.fault.delivery;

import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.QueuedMessage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The queue that gives a run one message at a time, and no more after one that failed. */
final class SerialMessages extends AlteredMessages {

  /** The nodes with a claimed message that is not delivered. */
  private final Set<String> open = ConcurrentHashMap.newKeySet();

  SerialMessages(MessageStore store) {
    super(store);
  }

  @Override
  public List<QueuedMessage> claim(String node, int limit) {
    if (open.contains(node)) {
      return List.of();
    }
    List<QueuedMessage> next = super.claim(node, 1);
    if (!next.isEmpty()) {
      open.add(node);
    }
    return next;
  }

  @Override
  public CompletableFuture<Void> settling(QueuedMessage message) {
    open.remove(message.node());
    return super.settling(message);
  }

  @Override
  public void release(QueuedMessage message, List<String> recipients) {
    open.remove(message.node());
    super.release(message, recipients);
  }

  @Override
  public void fail(QueuedMessage message, String reason) {
    open.remove(message.node());
    super.fail(message, reason);
  }
}
