package dev.etrn.load.engine;

import io.gatling.app.SimulationClass;
import io.gatling.core.scenario.SimulationParams;
import io.gatling.javaapi.core.Simulation;
import java.util.function.Supplier;

/** A simulation that a factory of ours creates, instead of Gatling from its class. */
final class GivenSimulation extends SimulationClass {

  private static final long serialVersionUID = 1L;

  private final transient Supplier<? extends Simulation> factory;

  GivenSimulation(Class<? extends Simulation> type, Supplier<? extends Simulation> factory) {
    super(type);
    this.factory = factory;
  }

  /** Creates the simulation; called once Gatling is configured, which its DSL relies on. */
  @Override
  public SimulationParams params() {
    Simulation simulation = factory.get();
    return simulation.params(simulation.getClass().getName());
  }

  // Scala's case classes need the following methods; nothing calls them here.

  @Override
  public int productArity() {
    return 0;
  }

  @Override
  public Object productElement(int index) {
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public boolean canEqual(Object that) {
    return that == this;
  }
}
