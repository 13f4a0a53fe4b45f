package dev.etrn.server.delivery.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/**
 * The round-robin of waiting nodes when not all of them can have a job: they take turns in the
 * order of their names, so that none waits forever. For one thread at a time.
 */
final class NodeRoundRobin {

  private boolean someMissed;
  private String last = "";

  /** Records that a node found no room and needs a turn. */
  void missed() {
    someMissed = true;
  }

  /** Returns true if nodes wait for the place of another one. */
  boolean haveMissed() {
    return someMissed;
  }

  /**
   * Returns true, once, if the nodes that found no room should be looked for now; only when there
   * is room for many, since the search reads all nodes.
   *
   * @param room the number of jobs that fit now
   * @param capacity the number of jobs that fit in total
   */
  boolean comeWith(int room, int capacity) {
    boolean isDue = someMissed && room > capacity / 10;
    someMissed &= !isDue;
    return isDue;
  }

  /**
   * Returns the nodes that get the room, after those that had it last.
   *
   * @param waiting the nodes that wait for a job
   * @return the nodes that get a job now, at most {@code room}
   */
  List<String> next(NavigableSet<String> waiting, int room) {
    var inTurn = new ArrayList<String>(waiting.tailSet(last, false));
    inTurn.addAll(waiting.headSet(last, true));
    someMissed |= inTurn.size() > room;
    List<String> next = List.copyOf(inTurn.subList(0, Math.min(room, inTurn.size())));
    last = next.isEmpty() ? last : next.get(next.size() - 1);
    return next;
  }
}
