package dev.etrn.load.scenario;

import java.util.List;

/**
 * The workload that a scenario derives from the options.
 *
 * @param populations the clients that send ETRN or mail
 * @param holding the nodes that have mail waiting when the run begins
 * @param messages the number of messages that wait for each of these nodes
 */
public record Workload(List<Population> populations, List<String> holding, int messages) {

  static Workload without(Population... populations) {
    return new Workload(List.of(populations), List.of(), 0);
  }
}
