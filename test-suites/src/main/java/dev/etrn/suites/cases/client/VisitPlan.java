package dev.etrn.suites.cases.client;

import dev.etrn.suites.wire.scripted.ScriptedServerPlan;
import java.util.List;

/**
 * The plan of a visit of the client.
 *
 * @param nodes the nodes that it is told to ask for
 * @param plan the plan of the provider's answers
 */
public record VisitPlan(List<String> nodes, ScriptedServerPlan plan) {

  /** The valid names of the usual visits. */
  public static final List<String> NODES =
      List.of("branch.example", "sibling.example", "idle.example");

  public VisitPlan {
    nodes = List.copyOf(nodes);
  }

  /** Returns the plan of a visit with {@link #NODES}. */
  public static VisitPlan of(ScriptedServerPlan plan) {
    return new VisitPlan(NODES, plan);
  }
}
