package dev.etrn.server.fault.delivery;

import dev.etrn.server.delivery.schedule.QueueRunner;
import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.QueuedMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The queue that adds every message once more some time after its delivery. */
final class RepeatedMessages extends AlteredMessages {

  private static final long BACK_MILLIS = 250;
  private static final List<Long> RUNS_MILLIS = List.of(350L, 500L, 700L);

  private final Set<String> repeated = ConcurrentHashMap.newKeySet();

  RepeatedMessages(MessageStore store) {
    super(store);
  }

  /** Returns a runner that follows every run with others that no client requested. */
  static QueueRunner runs(QueueRunner correct) {
    return selection -> {
      RUNS_MILLIS.forEach(millis -> after(millis).execute(() -> correct.request(selection)));
      return correct.request(selection);
    };
  }

  @Override
  public CompletableFuture<Void> settling(QueuedMessage message) {
    if (repeated.add(new String(message.content(), StandardCharsets.ISO_8859_1))) {
      var destination =
          new IncomingMessage.Destination(message.channel(), message.node(), message.recipients());
      var copy = new IncomingMessage(message.sender(), List.of(destination), message.content());
      after(BACK_MILLIS).execute(() -> store.enqueue(copy).join());
    }
    return super.settling(message);
  }

  private static Executor after(long millis) {
    return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
  }
}
