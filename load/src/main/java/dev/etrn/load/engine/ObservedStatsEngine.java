package dev.etrn.load.engine;

import dev.etrn.load.protocol.ConnectionObserver;
import io.gatling.core.stats.StatsEngine;
import java.util.concurrent.atomic.LongAdder;

/** Gatling's statistics of a run that is watched; what the protocol looks for to be watched. */
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
