package dev.etrn.load.scenario;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The options of a user for a run; the scenario has a default for each that is left out.
 *
 * @param rate the number of sessions per second, in the open model
 * @param users the number of sessions at any time, in the closed model
 * @param duration the time during which sessions begin
 * @param nodes the number of partners
 * @param messages the number of messages that wait for each partner
 * @param permitted the node that the client may release, together with all names below it
 * @param etrnsPerSession the number of ETRNs that the target accepts in one session; empty for no
 *     limit
 */
public record LoadOptions(
    OptionalDouble rate,
    OptionalInt users,
    Duration duration,
    OptionalInt nodes,
    OptionalInt messages,
    String permitted,
    OptionalInt etrnsPerSession) {

  double rateOr(double fallback) {
    return rate.orElse(fallback);
  }

  /**
   * Returns the closed model if only the number of users was given, and the open model otherwise.
   */
  Pace pace(double defaultRate) {
    return rate.isEmpty() && users.isPresent()
        ? new Pace.Concurrent(users.getAsInt(), duration)
        : new Pace.Constant(rateOr(defaultRate), duration);
  }

  /** Returns names below the permitted node; each is a partner with its own queue. */
  List<String> partners(int defaultCount) {
    return IntStream.rangeClosed(1, nodes.orElse(defaultCount))
        .mapToObj(i -> "partner" + i + "." + permitted)
        .toList();
  }
}
