package dev.etrn.server.fault.delivery;

import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.QueuedMessage;
import dev.etrn.server.queue.WaitingMessages;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A queue as delivery sees it, with everything as it should be; faults change parts of it. */
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
  public List<QueuedMessage> claim(String node, int most) {
    return store.claim(node, most);
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
  public void fail(QueuedMessage message, String why) {
    store.fail(message, why);
  }
}
