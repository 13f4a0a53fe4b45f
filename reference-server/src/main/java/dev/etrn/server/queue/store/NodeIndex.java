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
 * The waiting entries by node, with counts that are kept rather than scanned for.
 *
 * <p>Nodes are sorted by their labels from the right, so that a sub-tree is one range. Safe for
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

    /** By id and not by time, which may jump. */
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

  /** Mail that {@code to} says nothing of stays where it is, and new mail where it came for. */
  synchronized void route(Function<String, Optional<String>> to) {
    channels = to;
    for (Waiting waiting : byName.values()) {
      String channel = to.apply(waiting.node).orElse(waiting.channel);
      countByChannel.merge(waiting.channel, (long) -waiting.count(), Long::sum);
      countByChannel.merge(channel, (long) waiting.count(), Long::sum);
      waiting.channel = channel;
    }
  }

  /**
   * @param arrival milliseconds since 1970
   * @param octets of its content
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

  /** The nodes that have unclaimed entries. */
  synchronized Set<String> nodes(QueueSelection selection) {
    var nodes = new TreeSet<String>();
    for (Waiting waiting : selected(selection)) {
      if (waiting.unclaimed.size() > 0) {
        nodes.add(waiting.node);
      }
    }
    return nodes;
  }

  /** The first nodes, by their labels from the right. */
  synchronized List<NodeQueue> overview(int most) {
    return byReversedName.values().stream().limit(most).map(Waiting::view).toList();
  }

  /**
   * @param failed what to say of those that are not here
   */
  synchronized QueueTotals totals(long failed) {
    Waiting first = null;
    int waiting = 0;
    long octets = 0;
    for (Waiting one : byName.values()) {
      waiting += one.count();
      octets += one.octets;
      if (first == null || one.oldestId() < first.oldestId()) {
        first = one;
      }
    }
    return new QueueTotals(
        byName.size(),
        waiting,
        octets,
        Optional.ofNullable(first).map(one -> Instant.ofEpochMilli(one.oldestArrival())),
        failed);
  }

  /** The ids of the oldest. */
  synchronized List<Long> claim(String node, int most) {
    Waiting waiting = byName.get(node);
    var ids = new ArrayList<Long>();
    while (waiting != null && waiting.unclaimed.size() > 0 && ids.size() < most) {
      long id = waiting.unclaimed.firstId();
      waiting.claimed.put(id, waiting.unclaimed.firstArrival());
      waiting.unclaimed.removeFirst();
      ids.add(id);
    }
    return ids;
  }

  /** A claimed entry is gone. */
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

  /** A claimed entry waits again, before younger ones. */
  synchronized void giveBack(String node, long id) {
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

  /** {@code example.branch.} for {@code branch.example}. */
  private static String reversed(String name) {
    List<String> labels = new ArrayList<>(List.of(name.split("\\.")));
    Collections.reverse(labels);
    return String.join(".", labels) + ".";
  }
}
