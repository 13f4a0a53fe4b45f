package dev.etrn.load.scenario;

import java.time.Duration;
import java.util.List;

/**
 * What one run does: all that an injector needs to know, so that it can be handed to any number of
 * them.
 *
 * @param scenario its name
 * @param host an address literal
 * @param startTls whether sessions encrypt before they ask
 * @param user who sessions authenticate as; the empty string for nobody. The password is not in it
 * @param replyWithin how long a reply may take
 * @param injectors how many play it together, each its shard
 * @param sources addresses to connect from, in turn; empty for the system's choice
 * @param samplePercent how many of the sessions are judged; 0 for none
 * @param simulation the class of a user's own simulation, which is played instead of populations;
 *     or the empty string
 * @param permitted the node that, with all names below it, the client may release
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

  /** When the last session begins, from the start on. */
  public Duration lasting() {
    return populations.stream()
        .map(Population::until)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
