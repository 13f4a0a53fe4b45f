package dev.etrn.suites.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The mail that a run received from others, and the mail that it leaves behind.
 *
 * @param othersMail the number of refused deliveries of other people's mail, by node
 * @param earlierRuns the number of messages of earlier runs that were taken and set aside
 * @param waiting the number of messages of this run in the queue of the target, by recipient
 */
public record LeftoverMail(
    Map<String, Integer> othersMail, int earlierRuns, Map<String, Integer> waiting) {

  /** No mail of others came, and no mail is left. */
  public static final LeftoverMail NONE = new LeftoverMail(Map.of(), 0, Map.of());

  public LeftoverMail {
    othersMail = Map.copyOf(othersMail);
    waiting = Map.copyOf(waiting);
  }

  /** Returns the notices for the user, one sentence each. */
  public List<String> sentences() {
    var sentences = new ArrayList<String>();
    if (!othersMail.isEmpty()) {
      sentences.add(
          "other people's mail came for "
              + counted(othersMail)
              + "; it was refused with 450, so the target keeps it, and none of it was recorded:"
              + " configure nodes that nobody uses");
    }
    if (earlierRuns > 0) {
      sentences.add("messages of earlier runs that arrived and were set aside: " + earlierRuns);
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
