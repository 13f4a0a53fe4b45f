package dev.etrn.server.delivery.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/**
 * Whose turn it is where not every node that waits can have a job: they come in the order of their
 * names, in a circle, so that none is passed over for ever. For one thread at a time.
 */
final class NodeRoundRobin {

  private boolean someMissed;
  private String last = "";

  /** A node found no room, and is to have its turn. */
  void missed() {
    someMissed = true;
  }

  /** Whether nodes wait for the place of another one. */
  boolean haveMissed() {
    return someMissed;
  }

  /**
   * Whether those that found no room are to be looked for now; says so once. In large steps, since
   * all nodes are looked at then.
   *
   * @param room how many more jobs there may be
   * @param most how many jobs there may be
   */
  boolean comeWith(int room, int most) {
    boolean come = someMissed && room > most / 10;
    someMissed &= !come;
    return come;
  }

  /**
   * Gives the room to the nodes after those that had it last.
   *
   * @param waiting for a job, and without one
   * @return those that get one now, at most {@code room}
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
