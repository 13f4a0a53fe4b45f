package dev.etrn.server.fault.delivery;

import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.QueuedMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Queues every message again once it was delivered. */
final class DoubledMessages extends AlteredMessages {

  private final Set<String> doubled = ConcurrentHashMap.newKeySet();

  DoubledMessages(MessageStore store) {
    super(store);
  }

  @Override
  public CompletableFuture<Void> settling(QueuedMessage message) {
    CompletableFuture<Void> settled = super.settling(message);
    if (doubled.add(new String(message.content(), StandardCharsets.ISO_8859_1))) {
      var to =
          new IncomingMessage.Destination(message.channel(), message.node(), message.recipients());
      store.enqueue(new IncomingMessage(message.sender(), List.of(to), message.content())).join();
    }
    return settled;
  }
}
