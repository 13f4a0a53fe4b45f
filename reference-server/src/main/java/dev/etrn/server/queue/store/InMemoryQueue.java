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

/** A queue that lives as long as the process: for tests and for the embedded target. */
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
   * A queue by the system's clock.
   *
   * @param mostOctets how much content it holds at most
   */
  public InMemoryQueue(long mostOctets) {
    this(mostOctets, Clock.systemUTC());
  }

  /**
   * @param mostOctets how much content it holds at most
   * @param clock says when messages arrive
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
          new QueueFullException("the queue holds its " + mostOctets + " octets"));
    }
    for (IncomingMessage.Destination to : submission.destinations()) {
      add(
          new QueuedMessage(
              ids.incrementAndGet(),
              clock.instant().truncatedTo(ChronoUnit.MILLIS),
              to.channel(),
              to.node(),
              submission.sender(),
              to.recipients(),
              submission.content()));
    }
    return CompletableFuture.completedFuture(null);
  }

  private void add(QueuedMessage message) {
    // Before the index has it, or it could be claimed and not be there.
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
  public List<NodeQueue> overview(int most) {
    return index.overview(most);
  }

  @Override
  public QueueTotals totals() {
    return index.totals(failed.size());
  }

  @Override
  public List<FailedMessage> failed(int most) {
    return failed.values().stream().limit(most).toList();
  }

  @Override
  public void route(Function<String, Optional<String>> channels) {
    index.route(channels);
  }

  @Override
  public List<QueuedMessage> claim(String node, int most) {
    return index.claim(node, most).stream()
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
    index.giveBack(message.node(), message.id());
  }

  @Override
  public void fail(QueuedMessage message, String why) {
    log.warn(
        "message {} for {} cannot be delivered: {}", message.id(), message.node(), LogText.of(why));
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
            why));
  }

  @Override
  public void close() {
    // Nothing outlives the process.
  }
}
