package dev.etrn.suites.cases.client;

import dev.etrn.suites.wire.scripted.ScriptedServerPlan;
import java.util.List;

/**
 * One visit of the client.
 *
 * @param nodes what it is told to ask for
 * @param plan how the provider answers
 */
public record VisitPlan(List<String> nodes, ScriptedServerPlan plan) {

  /** Several names that are fit to go on the wire. */
  public static final List<String> NODES =
      List.of("branch.example", "sibling.example", "idle.example");

  public VisitPlan {
    nodes = List.copyOf(nodes);
  }

  /** With {@link #NODES}. */
  public static VisitPlan of(ScriptedServerPlan plan) {
    return new VisitPlan(NODES, plan);
  }
}
