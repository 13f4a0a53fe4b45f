package dev.etrn.server.delivery.schedule;

import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.MessageQueue;
import dev.etrn.server.queue.QueueSelection;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** A queue that requests delivery of each message at once, unless mail for its node is held. */
public final class DeliveringQueue implements MessageQueue {

  private final MessageQueue queue;
  private final QueueRunner runs;
  private final Predicate<String> isHeld;
  private final ServerObserver observer;

  public DeliveringQueue(
      MessageQueue queue, QueueRunner runs, Predicate<String> isHeld, ServerObserver observer) {
    this.observer = observer;
    this.queue = queue;
    this.runs = runs;
    this.isHeld = isHeld;
  }

  @Override
  public CompletableFuture<Void> enqueue(IncomingMessage submission) {
    return queue
        .enqueue(submission)
        .thenRun(observer::messageTaken)
        .thenRun(
            () ->
                submission.destinations().stream()
                    .map(IncomingMessage.Destination::node)
                    .filter(isHeld.negate())
                    .forEach(node -> runs.request(new QueueSelection.Node(node))));
  }

  @Override
  public long waiting(QueueSelection selection) {
    return queue.waiting(selection);
  }
}
