package dev.etrn.suites.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The mail that a run did not ask for, and the mail that it leaves behind.
 *
 * @param othersMail how many deliveries of other people's mail were refused, by node
 * @param earlierRuns how many messages of earlier runs were taken and set aside
 * @param waiting how many messages of this run wait in the queue of the target, by recipient
 */
public record LeftoverMail(
    Map<String, Integer> othersMail, int earlierRuns, Map<String, Integer> waiting) {

  /** Nothing came unasked, and nothing is left. */
  public static final LeftoverMail NONE = new LeftoverMail(Map.of(), 0, Map.of());

  public LeftoverMail {
    othersMail = Map.copyOf(othersMail);
    waiting = Map.copyOf(waiting);
  }

  /** What the user should know of it, in one sentence each. */
  public List<String> sentences() {
    var sentences = new ArrayList<String>();
    if (!othersMail.isEmpty()) {
      sentences.add(
          "mail of other people came for "
              + counted(othersMail)
              + "; it was refused with 450, so that the target keeps it, and nothing of it was"
              + " recorded: give nodes that nobody uses");
    }
    if (earlierRuns > 0) {
      sentences.add("messages of earlier runs that came, and were set aside: " + earlierRuns);
    }
    if (!waiting.isEmpty()) {
      sentences.add("messages of this run left in the queue of the target: " + counted(waiting));
    }
    return sentences;
  }

  private static String counted(Map<String, Integer> counts) {
    return new TreeMap<>(counts)
        .entrySet().stream()
            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
            .collect(Collectors.joining(", "));
  }
}
