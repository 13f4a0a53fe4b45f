package dev.etrn.server.delivery.bounce;

import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.NodeQueue;
import dev.etrn.server.queue.QueuedMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Returns mail that nobody asked for, or that could not be delivered, for as long as its channel
 * keeps it (the keyword notices).
 *
 * <p>Mail may be returned late, but not because a clock was set: see {@link SteadyClock}. Nothing
 * is returned in the first hour after a start, so that a clock that was wrong then can be put
 * right.
 */
public final class Expiry implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Expiry.class);
  private static final Duration SETTLING = Duration.ofHours(1);
  private static final int SWEEP_MINUTES = 10;
  private static final int CLOSING_SECONDS = 5;
  private static final int BATCH = 100;

  private final MessageStore store;
  private final Function<String, Duration> keptOnChannel;
  private final NonDeliveryNotifier reports;
  private final SteadyClock time;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var daemon = new Thread(work, "etrn-expiry");
            daemon.setDaemon(true);
            return daemon;
          });
  private volatile boolean closing;

  /**
   * @param keptOnChannel how long a channel, by its name, keeps mail
   * @param clock the one that says when messages arrive
   * @param nanos monotonic time
   */
  public Expiry(
      MessageStore store,
      Function<String, Duration> keptOnChannel,
      NonDeliveryNotifier reports,
      Clock clock,
      LongSupplier nanos) {
    this.store = store;
    this.keptOnChannel = keptOnChannel;
    this.reports = reports;
    this.time = new SteadyClock(clock, nanos);
  }

  /** Looks through the queue from time to time, until it is closed. */
  public void start() {
    var unused = thread.scheduleWithFixedDelay(time::now, 1, 1, TimeUnit.MINUTES);
    var unusedToo =
        thread.scheduleWithFixedDelay(
            this::sweepSafely, SWEEP_MINUTES, SWEEP_MINUTES, TimeUnit.MINUTES);
  }

  /** Finishes the message under way. */
  @Override
  public void close() {
    closing = true;
    thread.shutdownNow();
    try {
      boolean ended = thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
      log.debug("the last look through the queue ended: {}", ended);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns what is too old now. */
  void sweep() {
    Instant now = time.now();
    if (time.running().compareTo(SETTLING) < 0) {
      return;
    }
    for (NodeQueue node : store.overview(Integer.MAX_VALUE)) {
      Duration kept = keptOnChannel.apply(node.channel());
      if (isTooOld(node.oldest(), now.minus(kept))) {
        sweep(node.node(), now.minus(kept), kept);
      }
    }
  }

  private void sweepSafely() {
    try {
      sweep();
    } catch (RuntimeException e) {
      // The next one may go better.
      log.error("looking for mail that is too old", e);
    }
  }

  private void sweep(String node, Instant before, Duration kept) {
    var young = new ArrayList<QueuedMessage>();
    while (young.isEmpty() && !closing) {
      List<QueuedMessage> batch = store.claim(node, BATCH);
      if (batch.isEmpty()) {
        return;
      }
      for (QueuedMessage message : batch) {
        if (!closing && isTooOld(message.arrived(), before)) {
          giveBack(message, "5.4.7 not delivered within " + kept.toDays() + " days");
        } else {
          young.add(message);
        }
      }
    }
    // In reverse, since each goes before the others.
    for (int i = young.size() - 1; i >= 0; i--) {
      store.release(young.get(i), young.get(i).recipients());
    }
  }

  private void giveBack(QueuedMessage message, String why) {
    log.warn("message {} for {} is returned: {}", message.id(), message.node(), why);
    if (reports.report(message, message.recipients(), why)) {
      store.settle(message);
    } else {
      store.fail(message, why);
    }
  }

  private static boolean isTooOld(Instant arrived, Instant before) {
    return !arrived.isAfter(before);
  }
}
