package dev.etrn.load.scenario;

import java.util.List;

/**
 * What a scenario makes of the options.
 *
 * @param populations who asks and sends
 * @param holding the nodes that mail waits for when the run begins
 * @param messages how many wait for each of them
 */
public record Workload(List<Population> populations, List<String> holding, int messages) {

  static Workload without(Population... populations) {
    return new Workload(List.of(populations), List.of(), 0);
  }
}
