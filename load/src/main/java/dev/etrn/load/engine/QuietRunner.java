package dev.etrn.load.engine;

import dev.etrn.load.protocol.ConnectionObserver;
import io.gatling.app.Runner;
import io.gatling.app.Selection;
import io.gatling.commons.util.DefaultClock;
import io.gatling.core.CoreComponents;
import io.gatling.core.actor.ActorSystem;
import io.gatling.core.cli.GatlingArgs;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.controller.inject.PopulationFlows;
import io.gatling.core.scenario.Population;
import io.gatling.core.scenario.SimulationParams;
import io.gatling.core.stats.StatsEngine;
import io.gatling.core.stats.writer.RunMessage;
import io.netty.channel.EventLoopGroup;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import scala.Tuple4;

/**
 * A runner of Gatling that does not ask for the latest version, takes a {@link GivenSimulation},
 * and counts the requests that it logs.
 */
final class QuietRunner extends Runner {

  private final GivenSimulation simulation;
  private final Optional<ConnectionObserver> observer;
  private final LongAdder requests = new LongAdder();

  QuietRunner(
      ActorSystem actors,
      EventLoopGroup loops,
      GatlingArgs arguments,
      GatlingConfiguration configuration,
      GivenSimulation simulation,
      Optional<ConnectionObserver> observer) {
    super(actors, loops, new DefaultClock(), arguments, configuration);
    this.simulation = simulation;
    this.observer = observer;
  }

  /** Returns the number of requests that have gone to the log so far. */
  long requests() {
    return requests.sum();
  }

  @Override
  public void displayVersionWarning() {
    // Gatling's own method would ask its vendor's server: a load tool does not phone home.
  }

  @Override
  public Tuple4<SimulationParams, RunMessage, CoreComponents, PopulationFlows<String, Population>>
      load(Selection selection) {
    return super.load(new Selection(simulation, selection.simulationId(), selection.description()));
  }

  @Override
  public StatsEngine newStatsEngine(SimulationParams parameters, RunMessage run) {
    StatsEngine log = super.newStatsEngine(parameters, run);
    return observer.isPresent()
        ? new ObservedStatsEngine(log, requests, observer.get())
        : new BufferedStatsEngine(log, requests);
  }
}
