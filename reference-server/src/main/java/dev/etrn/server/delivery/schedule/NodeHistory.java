package dev.etrn.server.delivery.schedule;

import dev.etrn.server.delivery.run.QueueRunResult;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The history of the latest runs, for a bounded number of nodes: the node whose run is longest ago
 * is forgotten first. For one thread at a time.
 */
final class NodeHistory {

  private static final int LONGEST_ERROR = 400;

  /**
   * The latest run of one node.
   *
   * @param failures the number of failures in a row, this one included
   */
  record Last(Instant when, boolean reached, String error, int failures) {}

  private final Map<String, Last> byNode;

  NodeHistory(int mostNodes) {
    byNode =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Last> eldest) {
            return size() > mostNodes;
          }
        };
  }

  /**
   * Adds the end of a run.
   *
   * @param failed true if the node backs off
   * @return the number of failures in a row
   */
  int ended(String node, Instant when, QueueRunResult result, boolean failed) {
    // Removed first, so that it becomes the youngest.
    Last before = byNode.remove(node);
    int failures = failed ? (before == null ? 0 : before.failures()) + 1 : 0;
    byNode.put(node, new Last(when, result.reached(), printable(result.error()), failures));
    return failures;
  }

  @Nullable Last of(String node) {
    return byNode.get(node);
  }

  Iterable<String> nodes() {
    return byNode.keySet();
  }

  private static String printable(String text) {
    String line = text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    return line.replaceAll("[^\\x20-\\x7E]", "?");
  }
}
