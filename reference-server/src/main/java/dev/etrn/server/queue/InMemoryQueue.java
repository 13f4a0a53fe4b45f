package dev.etrn.server.queue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A queue that lives as long as the process: for tests and for the embedded target. */
public final class InMemoryQueue implements MessageStore {

  private static final Logger log = LoggerFactory.getLogger(InMemoryQueue.class);

  private final long mostOctets;
  private final AtomicLong octets = new AtomicLong();
  private final AtomicLong ids = new AtomicLong();
  private final NodeIndex<QueuedMessage> index = new NodeIndex<>();

  /**
   * @param mostOctets how much content it holds at most
   */
  public InMemoryQueue(long mostOctets) {
    this.mostOctets = mostOctets;
  }

  @Override
  public CompletableFuture<Void> enqueue(Submission submission) {
    long size = (long) submission.content().length * submission.destinations().size();
    if (octets.addAndGet(size) > mostOctets) {
      octets.addAndGet(-size);
      return CompletableFuture.failedFuture(
          new QueueFullException("the queue holds its " + mostOctets + " octets"));
    }
    for (Submission.Destination to : submission.destinations()) {
      index.add(
          to.channel(),
          to.node(),
          new QueuedMessage(
              ids.incrementAndGet(),
              to.channel(),
              to.node(),
              submission.sender(),
              to.recipients(),
              submission.content()));
    }
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public long waiting(Selection selection) {
    return index.count(selection);
  }

  @Override
  public Set<String> nodes(Selection selection) {
    return index.nodes(selection);
  }

  @Override
  public Map<String, Integer> counts() {
    return index.counts();
  }

  @Override
  public List<QueuedMessage> claim(String node, int most) {
    return index.claim(node, most);
  }

  @Override
  public void settle(QueuedMessage message) {
    index.remove(message.channel(), message.node());
    octets.addAndGet(-message.content().length);
  }

  @Override
  public void release(QueuedMessage message, List<String> recipients) {
    index.giveBack(message.channel(), message.node(), message.withRecipients(recipients));
  }

  @Override
  public void fail(QueuedMessage message, String why) {
    log.warn("message {} for {} cannot be delivered: {}", message.id(), message.node(), why);
    settle(message);
  }

  @Override
  public void close() {
    // Nothing outlives the process.
  }
}
