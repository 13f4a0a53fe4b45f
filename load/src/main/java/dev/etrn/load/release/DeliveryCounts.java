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
 * What became of the mail.
 *
 * @param expected messages that the target took over
 * @param came of those, how many came at least once
 * @param lost of those, how many did not come, though they were asked for until the end
 * @param doubled how often one came again
 * @param misdelivered how often one came for a node that it was not for
 * @param unknown messages that nobody handed in
 */
public record DeliveryCounts(
    long expected, long came, long lost, long doubled, long misdelivered, long unknown) {

  /** Nobody handed anything in. */
  public static final DeliveryCounts NONE = new DeliveryCounts(0, 0, 0, 0, 0, 0);

  /**
   * @param expected the tokens of all messages that the target took over
   * @param possible tokens of those that may have been taken over: their reply was not seen
   */
  public static DeliveryCounts of(
      Collection<Token> expected, Collection<String> possible, List<Arrival> arrivals) {
    Map<String, Integer> times = new HashMap<>();
    expected.forEach(token -> times.put(token.text(), 0));
    Set<String> maybe = new HashSet<>(possible);
    long misdelivered = 0;
    long unknown = 0;
    for (Arrival arrival : arrivals) {
      boolean isOurs = times.containsKey(arrival.token()) || maybe.contains(arrival.token());
      if (!isOurs) {
        unknown++;
        continue;
      }
      times.merge(arrival.token(), 1, Integer::sum);
      misdelivered += Token.nodeOf(arrival.token()).equals(arrival.node()) ? 0 : 1;
    }
    long came = expected.stream().filter(token -> times.getOrDefault(token.text(), 0) > 0).count();
    long doubled = times.values().stream().mapToLong(n -> Math.max(0, n - 1)).sum();
    return new DeliveryCounts(
        expected.size(), came, expected.size() - came, doubled, misdelivered, unknown);
  }
}
