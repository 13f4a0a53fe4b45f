package dev.etrn.load.injector;

import dev.etrn.load.scenario.LoadPlan;
import dev.etrn.load.scenario.Population;
import java.time.Duration;
import java.util.List;

/** A sample plan for one injector, without TLS, that connects to no server. */
final class SamplePlan {

  private SamplePlan() {}

  /**
   * Returns a plan with these populations.
   *
   * @param simulation the class of a user's own simulation, or the empty string
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
