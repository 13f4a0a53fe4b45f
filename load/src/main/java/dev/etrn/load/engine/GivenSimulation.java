package dev.etrn.load.engine;

import io.gatling.app.SimulationClass;
import io.gatling.core.scenario.SimulationParams;
import io.gatling.javaapi.core.Simulation;
import java.util.function.Supplier;

/** A simulation that someone makes, with whatever it needs, instead of Gatling by its class. */
final class GivenSimulation extends SimulationClass {

  private static final long serialVersionUID = 1L;

  private final transient Supplier<? extends Simulation> made;

  GivenSimulation(Class<? extends Simulation> type, Supplier<? extends Simulation> made) {
    super(type);
    this.made = made;
  }

  /** Called once Gatling is configured, which its DSL relies on. */
  @Override
  public SimulationParams params() {
    Simulation simulation = made.get();
    return simulation.params(simulation.getClass().getName());
  }

  // The rest is what Scala's case classes have; nobody takes this one apart.

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
