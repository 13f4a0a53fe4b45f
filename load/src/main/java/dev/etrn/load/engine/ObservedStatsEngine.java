package dev.etrn.load.engine;

import dev.etrn.load.protocol.ConnectionObserver;
import io.gatling.core.stats.StatsEngine;
import java.util.concurrent.atomic.LongAdder;

/**
 * Gatling's statistics engine in a run with an observer; the protocol takes the observer from it.
 */
final class ObservedStatsEngine extends BufferedStatsEngine implements ConnectionObserver.Source {

  private final ConnectionObserver observer;

  ObservedStatsEngine(StatsEngine log, LongAdder requests, ConnectionObserver observer) {
    super(log, requests);
    this.observer = observer;
  }

  @Override
  public ConnectionObserver observer() {
    return observer;
  }
}
