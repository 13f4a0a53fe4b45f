package dev.etrn.server.operation;

import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.QueueTotals;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The metrics of the server in Prometheus format. */
public final class Metrics implements ServerObserver {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<Integer, Counter> requests = new ConcurrentHashMap<>();
  private final AtomicInteger sessions = new AtomicInteger();
  private final Counter opened = registry.counter("etrn.sessions.opened");
  private final Counter turnedAway = registry.counter("etrn.sessions.turned.away");
  private final Counter taken = registry.counter("etrn.messages.taken");

  public Metrics() {
    Gauge.builder("etrn.sessions", sessions, AtomicInteger::get).register(registry);
  }

  /**
   * Adds metrics of the queue: waiting messages, the age of the oldest, and undeliverable messages.
   *
   * @param clock the clock for ages
   */
  public void watchQueue(Supplier<QueueTotals> queue, Clock clock) {
    gauge("etrn.messages.waiting", () -> queue.get().waiting());
    gauge("etrn.messages.failed", () -> queue.get().failed());
    gauge("etrn.messages.oldest.seconds", () -> age(queue.get(), clock));
  }

  private void gauge(String name, LongSupplier value) {
    Gauge.builder(name, value, LongSupplier::getAsLong).strongReference(true).register(registry);
  }

  private static long age(QueueTotals totals, Clock clock) {
    return totals
        .oldest()
        .map(oldest -> Math.max(0, Duration.between(oldest, clock.instant()).toSeconds()))
        .orElse(0L);
  }

  /** Returns all metrics in Prometheus' text format. */
  public String scrape() {
    return registry.scrape();
  }

  @Override
  public void sessionOpened() {
    opened.increment();
    sessions.incrementAndGet();
  }

  @Override
  public void sessionClosed() {
    sessions.decrementAndGet();
  }

  @Override
  public void sessionTurnedAway() {
    turnedAway.increment();
  }

  @Override
  public void etrnAnswered(int code) {
    requests
        .computeIfAbsent(
            code, key -> registry.counter("etrn.requests", "code", Integer.toString(key)))
        .increment();
  }

  @Override
  public void messageTaken() {
    taken.increment();
  }

  @Override
  public void messageSent(Result result) {
    registry
        .counter("etrn.messages.sent", "result", result.name().toLowerCase(Locale.ROOT))
        .increment();
  }

  @Override
  public void runEnded(boolean reached) {
    registry.counter("etrn.runs", "reached", Boolean.toString(reached)).increment();
  }
}
