package dev.etrn.load.dsl;

import dev.etrn.load.protocol.Observer;
import io.gatling.core.stats.StatsEngine;
import java.util.concurrent.atomic.LongAdder;

/** Gatling's statistics of a run that is watched; what the protocol looks for to be watched. */
final class ObservedStats extends GatheredStats implements Observer.Seat {

  private final Observer observer;

  ObservedStats(StatsEngine log, LongAdder requests, Observer observer) {
    super(log, requests);
    this.observer = observer;
  }

  @Override
  public Observer observer() {
    return observer;
  }
}
