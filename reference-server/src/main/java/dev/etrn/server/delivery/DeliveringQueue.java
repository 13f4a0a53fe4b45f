package dev.etrn.server.delivery;

import dev.etrn.server.observe.Observer;
import dev.etrn.server.queue.MessageQueue;
import dev.etrn.server.queue.Selection;
import dev.etrn.server.queue.Submission;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** A queue whose mail is delivered as soon as it is in, unless its node's is held. */
public final class DeliveringQueue implements MessageQueue {

  private final MessageQueue queue;
  private final QueueRuns runs;
  private final Predicate<String> isHeld;
  private final Observer observer;

  public DeliveringQueue(
      MessageQueue queue, QueueRuns runs, Predicate<String> isHeld, Observer observer) {
    this.observer = observer;
    this.queue = queue;
    this.runs = runs;
    this.isHeld = isHeld;
  }

  @Override
  public CompletableFuture<Void> enqueue(Submission submission) {
    return queue
        .enqueue(submission)
        .thenRun(observer::messageTaken)
        .thenRun(
            () ->
                submission.destinations().stream()
                    .map(Submission.Destination::node)
                    .filter(isHeld.negate())
                    .forEach(node -> runs.request(new Selection.Node(node))));
  }

  @Override
  public long waiting(Selection selection) {
    return queue.waiting(selection);
  }
}
