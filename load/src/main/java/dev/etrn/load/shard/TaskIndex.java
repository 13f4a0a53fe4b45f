package dev.etrn.load.shard;

import java.util.Map;

/**
 * Which of its injectors an engine says that a task is: {@code ETRN_INJECTOR}, from 1, which a
 * service of Docker Swarm sets to {@code {{.Task.Slot}}}, or {@code JOB_COMPLETION_INDEX}, from 0,
 * which Kubernetes sets in the pods of an indexed Job.
 */
public final class TaskIndex {

  private static final String OWN = "ETRN_INJECTOR";
  private static final String JOB = "JOB_COMPLETION_INDEX";

  private TaskIndex() {}

  /**
   * @return from 1
   * @throws IllegalArgumentException when the environment does not tell
   */
  public static int of(Map<String, String> environment) {
    if (environment.containsKey(OWN)) {
      return number(OWN, environment.getOrDefault(OWN, ""));
    } else if (environment.containsKey(JOB)) {
      return number(JOB, environment.getOrDefault(JOB, "")) + 1;
    }
    throw new IllegalArgumentException(
        "which injector this is has to be said in "
            + OWN
            + ", from 1 (Docker Swarm: --env '"
            + OWN
            + "={{.Task.Slot}}'), or in "
            + JOB
            + ", which an indexed Job of Kubernetes sets");
  }

  private static int number(String name, String text) {
    if (!text.matches("[0-9]{1,6}")) {
      throw new IllegalArgumentException(name + " has to be a number, not '" + text + "'");
    }
    return Integer.parseInt(text);
  }
}
