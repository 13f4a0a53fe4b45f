package dev.etrn.server.queue.store;

import dev.etrn.server.observe.LogText;
import dev.etrn.server.queue.FailedMessage;
import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.NodeQueue;
import dev.etrn.server.queue.QueueFullException;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.QueueTotals;
import dev.etrn.server.queue.QueuedMessage;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queue in memory, for tests and for the embedded target. */
public final class InMemoryQueue implements MessageStore {

  private static final Logger log = LoggerFactory.getLogger(InMemoryQueue.class);

  private final long mostOctets;
  private final Clock clock;
  private final AtomicLong octets = new AtomicLong();
  private final AtomicLong ids = new AtomicLong();
  private final Map<Long, QueuedMessage> messages = new ConcurrentHashMap<>();
  private final Map<Long, FailedMessage> failed = new ConcurrentSkipListMap<>();
  private final NodeIndex index = new NodeIndex();

  /**
   * A queue with the system's clock.
   *
   * @param mostOctets the most octets of content
   */
  public InMemoryQueue(long mostOctets) {
    this(mostOctets, Clock.systemUTC());
  }

  /**
   * @param mostOctets the most octets of content
   * @param clock the clock of arrival times
   */
  public InMemoryQueue(long mostOctets, Clock clock) {
    this.mostOctets = mostOctets;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<Void> enqueue(IncomingMessage submission) {
    long size = (long) submission.content().length * submission.destinations().size();
    if (octets.addAndGet(size) > mostOctets) {
      octets.addAndGet(-size);
      return CompletableFuture.failedFuture(
          new QueueFullException("the queue is full: it holds at most " + mostOctets + " octets"));
    }
    for (IncomingMessage.Destination destination : submission.destinations()) {
      add(
          new QueuedMessage(
              ids.incrementAndGet(),
              clock.instant().truncatedTo(ChronoUnit.MILLIS),
              destination.channel(),
              destination.node(),
              submission.sender(),
              destination.recipients(),
              submission.content()));
    }
    return CompletableFuture.completedFuture(null);
  }

  private void add(QueuedMessage message) {
    // Before the index, or a run could claim a message that is not here yet.
    messages.put(message.id(), message);
    index.add(
        message.channel(),
        message.node(),
        message.id(),
        message.arrived().toEpochMilli(),
        message.content().length);
  }

  @Override
  public long waiting(QueueSelection selection) {
    return index.count(selection);
  }

  @Override
  public Set<String> nodes(QueueSelection selection) {
    return index.nodes(selection);
  }

  @Override
  public List<NodeQueue> overview(int limit) {
    return index.overview(limit);
  }

  @Override
  public QueueTotals totals() {
    return index.totals(failed.size());
  }

  @Override
  public List<FailedMessage> failed(int limit) {
    return failed.values().stream().limit(limit).toList();
  }

  @Override
  public void route(Function<String, Optional<String>> channels) {
    index.route(channels);
  }

  @Override
  public List<QueuedMessage> claim(String node, int limit) {
    return index.claim(node, limit).stream()
        .map(id -> Objects.requireNonNull(messages.get(id)))
        .toList();
  }

  @Override
  public CompletableFuture<Void> settling(QueuedMessage message) {
    index.remove(message.node(), message.id(), message.content().length);
    messages.remove(message.id());
    octets.addAndGet(-message.content().length);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void release(QueuedMessage message, List<String> recipients) {
    messages.put(message.id(), message.withRecipients(recipients));
    index.release(message.node(), message.id());
  }

  @Override
  public void fail(QueuedMessage message, String reason) {
    log.warn(
        "message {} for {} cannot be delivered: {}",
        message.id(),
        message.node(),
        LogText.of(reason));
    index.remove(message.node(), message.id(), message.content().length);
    messages.remove(message.id());
    failed.put(
        message.id(),
        new FailedMessage(
            message.id(),
            message.arrived(),
            message.node(),
            message.sender(),
            message.recipients(),
            reason));
  }

  @Override
  public void close() {
    // The queue has no resources to close.
  }
}
