package dev.etrn.server.fault.delivery;

import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.QueuedMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The queue that adds every message again after its delivery. */
final class DoubledMessages extends AlteredMessages {

  private final Set<String> doubled = ConcurrentHashMap.newKeySet();

  DoubledMessages(MessageStore store) {
    super(store);
  }

  @Override
  public CompletableFuture<Void> settling(QueuedMessage message) {
    CompletableFuture<Void> settled = super.settling(message);
    if (doubled.add(new String(message.content(), StandardCharsets.ISO_8859_1))) {
      var destination =
          new IncomingMessage.Destination(message.channel(), message.node(), message.recipients());
      store
          .enqueue(new IncomingMessage(message.sender(), List.of(destination), message.content()))
          .join();
    }
    return settled;
  }
}
