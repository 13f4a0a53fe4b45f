package dev.etrn.suites.cases.client;

import dev.etrn.suites.wire.ProviderPlan;
import java.util.List;

/**
 * One visit of the client.
 *
 * @param nodes what it is told to ask for
 * @param plan how the provider answers
 */
public record Round(List<String> nodes, ProviderPlan plan) {

  /** Several names that are fit to go on the wire. */
  public static final List<String> NODES =
      List.of("branch.example", "sibling.example", "idle.example");

  public Round {
    nodes = List.copyOf(nodes);
  }

  /** With {@link #NODES}. */
  public static Round of(ProviderPlan plan) {
    return new Round(NODES, plan);
  }
}
