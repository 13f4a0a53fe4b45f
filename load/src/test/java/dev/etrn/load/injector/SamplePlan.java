package dev.etrn.load.injector;

import dev.etrn.load.scenario.LoadPlan;
import dev.etrn.load.scenario.Population;
import java.time.Duration;
import java.util.List;

/** A plan in the clear, for one injector, that connects to nobody. */
final class SamplePlan {

  private SamplePlan() {}

  /**
   * @param simulation the class of a user's own, or empty
   */
  static LoadPlan of(String simulation, Population... populations) {
    return new LoadPlan(
        "own",
        "127.0.0.1",
        25,
        false,
        "",
        Duration.ofSeconds(1),
        1,
        List.of(),
        0,
        simulation,
        "branch.example",
        List.of(populations));
  }
}
