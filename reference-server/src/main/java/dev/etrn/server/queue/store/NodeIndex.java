package dev.etrn.server.queue.store;

import dev.etrn.server.queue.NodeQueue;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.QueueTotals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The index of waiting entries by node, which keeps counts instead of scanning for them.
 *
 * <p>Nodes are sorted by their labels from the right, so that a subtree is one range. Safe for
 * several threads.
 */
final class NodeIndex {

  private static final class Waiting {
    private final String node;
    private String channel;
    private final EntryRing unclaimed = new EntryRing();
    private final NavigableMap<Long, Long> claimed = new TreeMap<>();
    private long octets;

    Waiting(String node, String channel) {
      this.node = node;
      this.channel = channel;
    }

    int count() {
      return unclaimed.size() + claimed.size();
    }

    long oldestId() {
      return isOldestClaimed() ? claimed.firstKey() : unclaimed.firstId();
    }

    /** Returns the arrival of the entry with the lowest id, since times may jump. */
    long oldestArrival() {
      return isOldestClaimed() ? claimed.firstEntry().getValue() : unclaimed.firstArrival();
    }

    private boolean isOldestClaimed() {
      return unclaimed.size() == 0
          || (!claimed.isEmpty() && claimed.firstKey() < unclaimed.firstId());
    }

    NodeQueue view() {
      return new NodeQueue(node, channel, count(), octets, Instant.ofEpochMilli(oldestArrival()));
    }
  }

  private final Map<String, Waiting> byName = new HashMap<>();
  private final NavigableMap<String, Waiting> byReversedName = new TreeMap<>();
  private final Map<String, Long> countByChannel = new HashMap<>();
  private Function<String, Optional<String>> channels = node -> Optional.empty();

  /**
   * Sets the channels of nodes; mail for a node without one stays on the channel that it arrived
   * for.
   */
  synchronized void route(Function<String, Optional<String>> channels) {
    this.channels = channels;
    for (Waiting waiting : byName.values()) {
      String channel = channels.apply(waiting.node).orElse(waiting.channel);
      countByChannel.merge(waiting.channel, (long) -waiting.count(), Long::sum);
      countByChannel.merge(channel, (long) waiting.count(), Long::sum);
      waiting.channel = channel;
    }
  }

  /**
   * Adds an entry.
   *
   * @param arrival the milliseconds since 1970
   * @param octets the octets of its content
   */
  synchronized void add(String channel, String node, long id, long arrival, long octets) {
    Waiting waiting = byName.get(node);
    if (waiting == null) {
      waiting = new Waiting(node, channels.apply(node).orElse(channel));
      byName.put(node, waiting);
      byReversedName.put(reversed(node), waiting);
    }
    waiting.unclaimed.add(id, arrival);
    waiting.octets += octets;
    countByChannel.merge(waiting.channel, 1L, Long::sum);
  }

  synchronized long count(QueueSelection selection) {
    if (selection instanceof QueueSelection.WholeChannel whole) {
      return countByChannel.getOrDefault(whole.name(), 0L);
    }
    if (selection instanceof QueueSelection.Node node) {
      Waiting waiting = byName.get(node.name());
      return waiting == null ? 0 : waiting.count();
    }
    return selected(selection).stream().mapToLong(Waiting::count).sum();
  }

  /** Returns the nodes that have unclaimed entries. */
  synchronized Set<String> nodes(QueueSelection selection) {
    var nodes = new TreeSet<String>();
    for (Waiting waiting : selected(selection)) {
      if (waiting.unclaimed.size() > 0) {
        nodes.add(waiting.node);
      }
    }
    return nodes;
  }

  /** Returns the queues of the first nodes, sorted by their labels from the right. */
  synchronized List<NodeQueue> overview(int limit) {
    return byReversedName.values().stream().limit(limit).map(Waiting::view).toList();
  }

  /**
   * Returns the totals.
   *
   * @param failed the number of failed entries, which are not in the index
   */
  synchronized QueueTotals totals(long failed) {
    Waiting first = null;
    int waiting = 0;
    long octets = 0;
    for (Waiting node : byName.values()) {
      waiting += node.count();
      octets += node.octets;
      if (first == null || node.oldestId() < first.oldestId()) {
        first = node;
      }
    }
    return new QueueTotals(
        byName.size(),
        waiting,
        octets,
        Optional.ofNullable(first).map(node -> Instant.ofEpochMilli(node.oldestArrival())),
        failed);
  }

  /** Claims the oldest entries, and returns their ids. */
  synchronized List<Long> claim(String node, int limit) {
    Waiting waiting = byName.get(node);
    var ids = new ArrayList<Long>();
    while (waiting != null && waiting.unclaimed.size() > 0 && ids.size() < limit) {
      long id = waiting.unclaimed.firstId();
      waiting.claimed.put(id, waiting.unclaimed.firstArrival());
      waiting.unclaimed.removeFirst();
      ids.add(id);
    }
    return ids;
  }

  /** Removes a claimed entry. */
  synchronized void remove(String node, long id, long octets) {
    Waiting waiting = byName.get(node);
    if (waiting == null || waiting.claimed.remove(id) == null) {
      return;
    }
    waiting.octets -= octets;
    countByChannel.merge(waiting.channel, -1L, Long::sum);
    if (waiting.count() == 0) {
      byName.remove(node);
      byReversedName.remove(reversed(node));
    }
  }

  /** Releases a claimed entry, which waits again before younger ones. */
  synchronized void release(String node, long id) {
    Waiting waiting = byName.get(node);
    Long arrival = waiting == null ? null : waiting.claimed.remove(id);
    if (waiting != null && arrival != null) {
      waiting.unclaimed.add(id, arrival);
    }
  }

  private List<Waiting> selected(QueueSelection selection) {
    if (selection instanceof QueueSelection.Node node) {
      Waiting waiting = byName.get(node.name());
      return waiting == null ? List.of() : List.of(waiting);
    } else if (selection instanceof QueueSelection.Subtree subtree) {
      String top = reversed(subtree.name());
      // ETRN-047, ETRN-048: reversed names end in a dot, so only whole labels match.
      return byReversedName.subMap(top, true, top + Character.MAX_VALUE, false).values().stream()
          .filter(waiting -> subtree.channels().contains(waiting.channel))
          .toList();
    } else if (selection instanceof QueueSelection.WholeChannel whole) {
      return byReversedName.values().stream()
          .filter(waiting -> waiting.channel.equals(whole.name()))
          .toList();
    } else if (selection instanceof QueueSelection.Everything) {
      return List.copyOf(byReversedName.values());
    }
    throw new AssertionError(selection);
  }

  /** Returns {@code example.branch.} for {@code branch.example}. */
  private static String reversed(String name) {
    List<String> labels = new ArrayList<>(List.of(name.split("\\.")));
    Collections.reverse(labels);
    return String.join(".", labels) + ".";
  }
}
