package dev.etrn.load.scenario;

import java.time.Duration;
import java.util.List;

/**
 * Clients that behave alike.
 *
 * @param name such as {@code polite}; lower case, since file names and tags are made of it
 * @param after how long after the start its first session begins
 * @param nodes whose mail its sessions ask for or send, in turn; at least one
 */
public record Population(
    String name, Duration after, Pace pace, SessionScript script, List<String> nodes) {

  public Population {
    nodes = List.copyOf(nodes);
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("the population " + name + " has no node");
    }
  }

  /** The name of sessions that only warm the target and the injector up: nothing of them counts. */
  public static final String WARM_UP = "warm-up";

  /** Whether its sessions count. */
  public static boolean counts(String name) {
    return !name.equals(WARM_UP);
  }

  /** The same, that much later. */
  public Population later(Duration by) {
    return new Population(name, after.plus(by), pace, script, nodes);
  }

  /** When its last session begins, from the start on. */
  public Duration until() {
    return after.plus(pace.lasting());
  }
}
