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
 * The latencies of released mail, joined from both ends: from the write of a node's first accepted
 * ETRN to the connections and messages that the mail exchanger saw.
 */
public final class ReleaseLatencies {

  private ReleaseLatencies() {}

  /**
   * Computes the latencies of all nodes.
   *
   * @param etrns the ETRNs that were written
   * @param waiting the tokens of the mail that waited before the first ETRN
   */
  public static Latencies of(List<SentEtrn> etrns, Set<String> waiting, List<Arrival> arrivals) {
    Map<String, Long> firstEtrn = new HashMap<>();
    etrns.stream()
        .filter(SentEtrn::accepted)
        .forEach(etrn -> firstEtrn.merge(etrn.node(), etrn.nanos(), Math::min));
    Map<String, List<Arrival>> byNode = new HashMap<>();
    arrivals.stream()
        .filter(arrival -> waiting.contains(arrival.token()))
        .forEach(
            arrival ->
                byNode
                    .computeIfAbsent(Token.nodeOf(arrival.token()), n -> new ArrayList<>())
                    .add(arrival));
    var latencies = new Latencies();
    byNode.forEach(
        (node, nodeArrivals) ->
            Optional.ofNullable(firstEtrn.get(node))
                .ifPresent(etrnNanos -> recordNode(etrnNanos, nodeArrivals, latencies)));
    return latencies;
  }

  private static void recordNode(long etrnNanos, List<Arrival> arrivals, Latencies latencies) {
    arrivals.sort(Comparator.comparingLong(Arrival::nanos));
    long opened = arrivals.stream().mapToLong(Arrival::openedNanos).min().orElse(etrnNanos);
    // A connection for another node's mail may have been open before the ETRN.
    if (opened > etrnNanos) {
      latencies.record(Phase.FIRST_CONNECTION, opened - etrnNanos);
    }
    if (arrivals.get(0).nanos() > etrnNanos) {
      latencies.record(Phase.FIRST_MESSAGE, arrivals.get(0).nanos() - etrnNanos);
      latencies.record(Phase.LAST_MESSAGE, arrivals.get(arrivals.size() - 1).nanos() - etrnNanos);
    }
  }
}
