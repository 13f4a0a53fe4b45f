package dev.etrn.server.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The waiting entries by node, with counts that are kept rather than scanned for.
 *
 * <p>Nodes are sorted by their labels from the right, so that a sub-tree is one range. Safe for
 * several threads.
 *
 * @param <E> what stands for an entry
 */
final class NodeIndex<E> {

  private final class Waiting {
    private final String node;
    private final String channel;
    private final Deque<E> unclaimed = new ArrayDeque<>();
    private int claimed;

    Waiting(String node, String channel) {
      this.node = node;
      this.channel = channel;
    }

    int count() {
      return unclaimed.size() + claimed;
    }
  }

  private final Map<String, Waiting> byName = new HashMap<>();
  private final NavigableMap<String, Waiting> byReversedName = new TreeMap<>();
  private final Map<String, Long> countByChannel = new HashMap<>();

  synchronized void add(String channel, String node, E entry) {
    waiting(channel, node).unclaimed.addLast(entry);
    countByChannel.merge(channel, 1L, Long::sum);
  }

  synchronized long count(Selection selection) {
    if (selection instanceof Selection.WholeChannel whole) {
      return countByChannel.getOrDefault(whole.name(), 0L);
    }
    if (selection instanceof Selection.Node node) {
      Waiting waiting = byName.get(node.name());
      return waiting == null ? 0 : waiting.count();
    }
    return selected(selection).stream().mapToLong(Waiting::count).sum();
  }

  /** The nodes that have unclaimed entries. */
  synchronized Set<String> nodes(Selection selection) {
    var nodes = new TreeSet<String>();
    for (Waiting waiting : selected(selection)) {
      if (!waiting.unclaimed.isEmpty()) {
        nodes.add(waiting.node);
      }
    }
    return nodes;
  }

  /** How many wait for each node. */
  synchronized Map<String, Integer> counts() {
    var counts = new TreeMap<String, Integer>();
    byReversedName.values().forEach(waiting -> counts.put(waiting.node, waiting.count()));
    return counts;
  }

  synchronized List<E> claim(String node, int most) {
    Waiting waiting = byName.get(node);
    var claimed = new ArrayList<E>();
    while (waiting != null && !waiting.unclaimed.isEmpty() && claimed.size() < most) {
      claimed.add(waiting.unclaimed.removeFirst());
      waiting.claimed++;
    }
    return claimed;
  }

  /** A claimed entry is gone. */
  synchronized void remove(String channel, String node) {
    Waiting waiting = waiting(channel, node);
    waiting.claimed--;
    countByChannel.merge(channel, -1L, Long::sum);
    if (waiting.count() == 0) {
      byName.remove(node);
      byReversedName.remove(reversed(node));
    }
  }

  /** A claimed entry waits again, before younger ones. */
  synchronized void giveBack(String channel, String node, E entry) {
    Waiting waiting = waiting(channel, node);
    waiting.claimed--;
    waiting.unclaimed.addFirst(entry);
  }

  private Waiting waiting(String channel, String node) {
    Waiting waiting = byName.get(node);
    if (waiting == null) {
      waiting = new Waiting(node, channel);
      byName.put(node, waiting);
      byReversedName.put(reversed(node), waiting);
    }
    return waiting;
  }

  private List<Waiting> selected(Selection selection) {
    if (selection instanceof Selection.Node node) {
      Waiting waiting = byName.get(node.name());
      return waiting == null ? List.of() : List.of(waiting);
    } else if (selection instanceof Selection.Subtree subtree) {
      String top = reversed(subtree.name());
      // ETRN-047, ETRN-048: reversed names end in a dot, so only whole labels match.
      return byReversedName.subMap(top, true, top + Character.MAX_VALUE, false).values().stream()
          .filter(waiting -> subtree.channels().contains(waiting.channel))
          .toList();
    } else if (selection instanceof Selection.WholeChannel whole) {
      return byReversedName.values().stream()
          .filter(waiting -> waiting.channel.equals(whole.name()))
          .toList();
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
