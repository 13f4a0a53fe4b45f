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
 * The expiry of mail: it returns mail that was neither asked for nor delivered within the time that
 * its channel keeps it (the keyword notices).
 *
 * <p>Mail may be returned late, but never because a clock was set: see {@link SteadyClock}. Nothing
 * is returned in the first hour after a start, so that a wrong clock can be corrected first.
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
   * @param keptOnChannel the time that a channel, by its name, keeps mail
   * @param clock the clock of the messages' arrival times
   * @param nanos the monotonic time
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

  /** Starts to sweep the queue at intervals, until it is closed. */
  public void start() {
    var unused = thread.scheduleWithFixedDelay(time::now, 1, 1, TimeUnit.MINUTES);
    var unusedToo =
        thread.scheduleWithFixedDelay(
            this::sweepSafely, SWEEP_MINUTES, SWEEP_MINUTES, TimeUnit.MINUTES);
  }

  /** Stops after the message under way. */
  @Override
  public void close() {
    closing = true;
    thread.shutdownNow();
    try {
      boolean ended = thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
      log.debug("the last sweep of the queue ended: {}", ended);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns the messages that are too old now to their senders. */
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
      // The next sweep may succeed.
      log.error("cannot sweep the queue for expired mail", e);
    }
  }

  private void sweep(String node, Instant deadline, Duration kept) {
    var young = new ArrayList<QueuedMessage>();
    while (young.isEmpty() && !closing) {
      List<QueuedMessage> batch = store.claim(node, BATCH);
      if (batch.isEmpty()) {
        return;
      }
      for (QueuedMessage message : batch) {
        if (!closing && isTooOld(message.arrived(), deadline)) {
          returnToSender(message, "5.4.7 not delivered within " + kept.toDays() + " days");
        } else {
          young.add(message);
        }
      }
    }
    // In reverse, since each released message goes to the head of its queue.
    for (int i = young.size() - 1; i >= 0; i--) {
      store.release(young.get(i), young.get(i).recipients());
    }
  }

  private void returnToSender(QueuedMessage message, String reason) {
    log.warn("message {} for {} is returned: {}", message.id(), message.node(), reason);
    if (reports.report(message, message.recipients(), reason)) {
      store.settle(message);
    } else {
      store.fail(message, reason);
    }
  }

  private static boolean isTooOld(Instant arrived, Instant deadline) {
    return !arrived.isAfter(deadline);
  }
}
