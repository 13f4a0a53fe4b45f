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
 */
final class NodeIndex {

  private static final class Waiting {
    private final String node;
    private final String channel;
    private final Deque<QueuedMessage> unclaimed = new ArrayDeque<>();
    private int claimed;

    Waiting(String node, String channel) {
      this.node = node;
      this.channel = channel;
    }

    int count() {
      return unclaimed.size() + claimed;
    }
  }

  private final NavigableMap<String, Waiting> byReversedName = new TreeMap<>();
  private final Map<String, Long> countByChannel = new HashMap<>();

  synchronized void add(QueuedMessage message) {
    waiting(message).unclaimed.addLast(message);
    countByChannel.merge(message.channel(), 1L, Long::sum);
  }

  synchronized long count(Selection selection) {
    if (selection instanceof Selection.WholeChannel whole) {
      return countByChannel.getOrDefault(whole.name(), 0L);
    }
    return selected(selection).stream().mapToLong(Waiting::count).sum();
  }

  synchronized Set<String> nodes(Selection selection) {
    var nodes = new TreeSet<String>();
    for (Waiting waiting : selected(selection)) {
      if (!waiting.unclaimed.isEmpty()) {
        nodes.add(waiting.node);
      }
    }
    return nodes;
  }

  synchronized List<QueuedMessage> claim(String node, int most) {
    Waiting waiting = byReversedName.get(reversed(node));
    var claimed = new ArrayList<QueuedMessage>();
    while (waiting != null && !waiting.unclaimed.isEmpty() && claimed.size() < most) {
      claimed.add(waiting.unclaimed.removeFirst());
      waiting.claimed++;
    }
    return claimed;
  }

  /** The entry is gone. */
  synchronized void remove(QueuedMessage claimed) {
    Waiting waiting = waiting(claimed);
    waiting.claimed--;
    countByChannel.merge(claimed.channel(), -1L, Long::sum);
    if (waiting.count() == 0) {
      byReversedName.remove(reversed(claimed.node()));
    }
  }

  /** The entry waits again, before younger ones. */
  synchronized void giveBack(QueuedMessage claimed) {
    Waiting waiting = waiting(claimed);
    waiting.claimed--;
    waiting.unclaimed.addFirst(claimed);
  }

  private Waiting waiting(QueuedMessage message) {
    return byReversedName.computeIfAbsent(
        reversed(message.node()), key -> new Waiting(message.node(), message.channel()));
  }

  private List<Waiting> selected(Selection selection) {
    if (selection instanceof Selection.Node node) {
      Waiting waiting = byReversedName.get(reversed(node.name()));
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
