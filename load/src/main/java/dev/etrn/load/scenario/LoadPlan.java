package dev.etrn.load.scenario;

import java.time.Duration;
import java.util.List;

/**
 * The plan of one run: everything that an injector needs to know. Any number of injectors can play
 * it together.
 *
 * @param scenario the name of the scenario
 * @param host an address literal
 * @param startTls true if sessions start TLS before their first ETRN
 * @param user the user that sessions authenticate as; the empty string for none. The plan does not
 *     hold the password
 * @param replyWithin the longest time that a reply may take
 * @param injectors the number of injectors that play the plan together, each its own shard
 * @param sources the addresses to connect from, in turn; empty for the system's choice
 * @param samplePercent the share of sessions that are judged, in per cent; 0 for none
 * @param simulation the class of a user's own simulation, which is played instead of populations;
 *     or the empty string
 * @param permitted the node that the client may release, together with all names below it
 */
public record LoadPlan(
    String scenario,
    String host,
    int port,
    boolean startTls,
    String user,
    Duration replyWithin,
    int injectors,
    List<String> sources,
    double samplePercent,
    String simulation,
    String permitted,
    List<Population> populations) {

  public LoadPlan {
    sources = List.copyOf(sources);
    populations = List.copyOf(populations);
  }

  /** Returns the time from the start to the beginning of the last session. */
  public Duration lasting() {
    return populations.stream()
        .map(Population::until)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
