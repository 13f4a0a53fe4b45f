package dev.etrn.load.release;

import dev.etrn.load.exchanger.Arrival;
import dev.etrn.load.exchanger.Token;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The counts of the mail of a run, by what became of it.
 *
 * @param expected the number of messages that the target took over
 * @param came the number of expected messages that arrived at least once
 * @param lost the number of expected messages that never arrived, although ETRN asked for them
 *     until the end
 * @param doubled the number of repeated arrivals
 * @param misdelivered the number of arrivals for a node other than the message's own
 * @param unknown the number of arrived messages that the run did not hand in
 */
public record DeliveryCounts(
    long expected, long came, long lost, long doubled, long misdelivered, long unknown) {

  /** The counts of a run that handed in no mail. */
  public static final DeliveryCounts NONE = new DeliveryCounts(0, 0, 0, 0, 0, 0);

  /**
   * Counts arrivals against the messages that were handed in.
   *
   * @param expected the tokens of all messages that the target took over
   * @param possible the tokens of messages that the target may have taken over: their reply was not
   *     seen
   */
  public static DeliveryCounts of(
      Collection<Token> expected, Collection<String> possible, List<Arrival> arrivals) {
    Map<String, Integer> arrivalsByToken = new HashMap<>();
    expected.forEach(token -> arrivalsByToken.put(token.text(), 0));
    Set<String> possibleTokens = new HashSet<>(possible);
    long misdelivered = 0;
    long unknown = 0;
    for (Arrival arrival : arrivals) {
      boolean isOurs =
          arrivalsByToken.containsKey(arrival.token()) || possibleTokens.contains(arrival.token());
      if (!isOurs) {
        unknown++;
        continue;
      }
      arrivalsByToken.merge(arrival.token(), 1, Integer::sum);
      misdelivered += Token.nodeOf(arrival.token()).equals(arrival.node()) ? 0 : 1;
    }
    long arrived =
        expected.stream()
            .filter(token -> arrivalsByToken.getOrDefault(token.text(), 0) > 0)
            .count();
    long doubled = arrivalsByToken.values().stream().mapToLong(n -> Math.max(0, n - 1)).sum();
    return new DeliveryCounts(
        expected.size(), arrived, expected.size() - arrived, doubled, misdelivered, unknown);
  }
}
