package dev.etrn.load.shard;

import java.util.Map;

/**
 * The index of an injector, as the engine that started it tells in the environment.
 *
 * <ul>
 *   <li>Kubernetes sets {@code JOB_COMPLETION_INDEX}, from 0, in the pods of an indexed Job.
 *   <li>Docker Swarm also numbers the tasks of a replicated job from 0, and substitutes {@code
 *       {{.Task.Slot}}}; but for slot 0 it writes the node's id instead, so {@code ETRN_SLOT} needs
 *       {@code ETRN_NODE={{.Node.ID}}} beside it.
 *   <li>Anything else that starts injectors sets {@code ETRN_INJECTOR}, from 1.
 * </ul>
 */
public final class TaskIndex {

  private static final String OWN = "ETRN_INJECTOR";
  private static final String JOB = "JOB_COMPLETION_INDEX";
  private static final String SLOT = "ETRN_SLOT";
  private static final String NODE = "ETRN_NODE";

  private TaskIndex() {}

  /**
   * Returns the index that the environment gives.
   *
   * @return the index, from 1
   * @throws IllegalArgumentException when the environment does not give one
   */
  public static int of(Map<String, String> environment) {
    if (environment.containsKey(OWN)) {
      return number(OWN, environment);
    } else if (environment.containsKey(JOB)) {
      return number(JOB, environment) + 1;
    } else if (environment.containsKey(SLOT)) {
      String slot = environment.getOrDefault(SLOT, "");
      return slot.equals(environment.get(NODE)) ? 1 : number(SLOT, environment) + 1;
    }
    throw new IllegalArgumentException(
        "which injector this is has to be said: set " + OWN + " to a number from 1");
  }

  private static int number(String name, Map<String, String> environment) {
    String text = environment.getOrDefault(name, "");
    if (!text.matches("[0-9]{1,6}")) {
      throw new IllegalArgumentException(name + " has to be a number, not '" + text + "'");
    }
    return Integer.parseInt(text);
  }
}
