package dev.etrn.server.fault.delivery;

import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.QueuedMessage;
import dev.etrn.server.queue.WaitingMessages;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The queue as delivery sees it, correct by itself; faults override parts of it. */
class AlteredMessages implements WaitingMessages {

  final MessageStore store;

  AlteredMessages(MessageStore store) {
    this.store = store;
  }

  @Override
  public Set<String> nodes(QueueSelection selection) {
    return store.nodes(selection);
  }

  @Override
  public long waiting(QueueSelection selection) {
    return store.waiting(selection);
  }

  @Override
  public List<QueuedMessage> claim(String node, int limit) {
    return store.claim(node, limit);
  }

  @Override
  public CompletableFuture<Void> settling(QueuedMessage message) {
    return store.settling(message);
  }

  @Override
  public void release(QueuedMessage message, List<String> recipients) {
    store.release(message, recipients);
  }

  @Override
  public void fail(QueuedMessage message, String reason) {
    store.fail(message, reason);
  }
}
