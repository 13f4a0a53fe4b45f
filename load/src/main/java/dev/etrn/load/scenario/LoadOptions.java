package dev.etrn.load.scenario;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What a user says of a run; what is left out has its default in the scenario.
 *
 * @param rate sessions per second: the open model
 * @param users sessions at any time: the closed model
 * @param duration how long sessions begin
 * @param nodes how many partners
 * @param messages how many wait for each partner
 * @param permitted the node that, with all names below it, the client may release
 * @param etrnsPerSession how many ETRNs the target accepts in one session; empty for no limit
 */
public record LoadOptions(
    OptionalDouble rate,
    OptionalInt users,
    Duration duration,
    OptionalInt nodes,
    OptionalInt messages,
    String permitted,
    OptionalInt etrnsPerSession) {

  double rateOr(double standard) {
    return rate.orElse(standard);
  }

  /** Open when a rate was given, closed when users were; open otherwise. */
  Pace pace(double standardRate) {
    return rate.isEmpty() && users.isPresent()
        ? new Pace.Concurrent(users.getAsInt(), duration)
        : new Pace.Constant(rateOr(standardRate), duration);
  }

  /** Names below the permitted one: each is a partner with a queue of its own. */
  List<String> partners(int standard) {
    return IntStream.rangeClosed(1, nodes.orElse(standard))
        .mapToObj(i -> "partner" + i + "." + permitted)
        .toList();
  }
}
