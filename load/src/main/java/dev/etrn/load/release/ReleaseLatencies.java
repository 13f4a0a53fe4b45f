package dev.etrn.load.release;

import dev.etrn.load.exchanger.Arrival;
import dev.etrn.load.exchanger.Token;
import dev.etrn.load.measure.Latencies;
import dev.etrn.load.measure.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How long mail took to come, joined from both ends: from the write of a node's first accepted ETRN
 * to what the mail exchanger saw.
 */
public final class ReleaseLatencies {

  private ReleaseLatencies() {}

  /**
   * @param waiting the tokens of the mail that was there before anybody asked
   */
  public static Latencies of(List<SentEtrn> asked, Set<String> waiting, List<Arrival> arrivals) {
    Map<String, Long> first = new HashMap<>();
    asked.stream()
        .filter(SentEtrn::accepted)
        .forEach(one -> first.merge(one.node(), one.nanos(), Math::min));
    Map<String, List<Arrival>> byNode = new HashMap<>();
    arrivals.stream()
        .filter(one -> waiting.contains(one.token()))
        .forEach(
            one ->
                byNode.computeIfAbsent(Token.nodeOf(one.token()), n -> new ArrayList<>()).add(one));
    var latencies = new Latencies();
    byNode.forEach(
        (node, came) ->
            Optional.ofNullable(first.get(node)).ifPresent(at -> node(at, came, latencies)));
    return latencies;
  }

  private static void node(long asked, List<Arrival> came, Latencies latencies) {
    came.sort(Comparator.comparingLong(Arrival::nanos));
    long opened = came.stream().mapToLong(Arrival::openedNanos).min().orElse(asked);
    // A connection for another node's mail may have been open before.
    if (opened > asked) {
      latencies.record(Phase.FIRST_CONNECTION, opened - asked);
    }
    if (came.get(0).nanos() > asked) {
      latencies.record(Phase.FIRST_MESSAGE, came.get(0).nanos() - asked);
      latencies.record(Phase.LAST_MESSAGE, came.get(came.size() - 1).nanos() - asked);
    }
  }
}
