package dev.etrn.suites.run;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.effect.ReleaseCases;
import dev.etrn.suites.judge.mail.ReleaseLatency;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.ReleaseTimes;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.wire.SinkUnavailableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The timer of a target's releases of mail.
 *
 * <p>The target is started again, and only one release at a time uses it: neither other cases nor
 * their leftovers count.
 */
public final class ReleaseTimer {

  private ReleaseTimer() {}

  /**
   * Plays each release several times, the smallest first.
   *
   * @param plan the plan whose target is timed; its cases are not played
   * @param times the number of releases of each number of messages
   * @return the times by number of messages, without numbers of which no release was complete
   * @throws TargetUnavailableException when there is no target to time
   * @throws SinkUnavailableException when the harness cannot listen where it must
   */
  public static List<ReleaseTimes> of(RunPlan plan, int times)
      throws TargetUnavailableException, SinkUnavailableException, InterruptedException {
    Map<Case, Integer> releases = ReleaseCases.byCount();
    var timed =
        new RunPlan(plan.target(), List.copyOf(releases.keySet()), plan.profile(), plan.seed());
    var samples = new LinkedHashMap<Integer, List<ReleaseLatency>>();
    try (OpenRun run = OpenRun.open(timed, new RunListener() {})) {
      for (Map.Entry<Case, Integer> release : releases.entrySet()) {
        samples.put(release.getValue(), new ArrayList<>());
        for (int round = 1; round <= times; round++) {
          run.begin(round);
          ReleaseCases.latency(run.play(release.getKey()).transcript())
              .ifPresent(samples.get(release.getValue())::add);
        }
      }
    }
    return samples.entrySet().stream()
        .filter(e -> !e.getValue().isEmpty())
        .map(e -> new ReleaseTimes(e.getKey(), e.getValue()))
        .toList();
  }
}
