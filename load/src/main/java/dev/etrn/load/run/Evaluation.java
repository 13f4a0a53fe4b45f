package dev.etrn.load.run;

import dev.etrn.load.coordination.InjectorRecords;
import dev.etrn.load.exchanger.Arrival;
import dev.etrn.load.exchanger.Token;
import dev.etrn.load.measure.Latencies;
import dev.etrn.load.release.DeliveryCounts;
import dev.etrn.load.release.ReleaseLatencies;
import dev.etrn.load.scenario.Workload;
import dev.etrn.load.verdict.Metric;
import dev.etrn.load.verdict.Threshold;
import dev.etrn.load.verdict.ThresholdResult;
import dev.etrn.suites.targets.RunningTarget;
import dev.etrn.suites.targets.profile.TargetProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The evaluation of a run: it computes the result from the records of both ends. */
record Evaluation(
    LoadSetup setup, TargetProfile profile, Workload workload, InjectorRecords injection) {

  LoadResult result(
      RunningTarget target,
      Instant started,
      List<Token> expected,
      Set<String> waiting,
      List<Arrival> arrivals,
      Optional<ResourceUse> resourceUse) {
    DeliveryCounts accounts =
        DeliveryCounts.of(due(expected, arrivals), injection.possible(), arrivals);
    Latencies release = ReleaseLatencies.of(injection.asked(), waiting, arrivals);
    Map<String, Long> shares = MetricValues.shares(workload.populations(), injection.asked());
    var measured =
        new MetricValues(
            workload.populations(),
            profile.etrnsPerSession(),
            injection.seconds(),
            injection.times(),
            release,
            accounts,
            shares,
            assertions());
    List<ThresholdResult> checked =
        thresholds(accounts).map(t -> ThresholdResult.of(t, measured.of(t.metric()))).toList();
    return new LoadResult(
        setup,
        setup.target().name(),
        target.image(),
        started,
        injection.seconds(),
        injection.began(),
        injection.ended(),
        injection.reports(),
        injection.times(),
        release,
        accounts,
        shares,
        measured.fairness(),
        resourceUse,
        injection.conformance(),
        checked,
        invalid(target));
  }

  /**
   * Returns the user's thresholds, and the default ones: each message must arrive once and at the
   * right node, unless the user sets another threshold on that metric.
   */
  private Stream<Threshold> thresholds(DeliveryCounts accounts) {
    List<Threshold> userThresholds = setup.thresholds();
    Stream<Metric> zeroMetrics =
        setup.play().isSimulation()
            ? Stream.of(Metric.ASSERTIONS)
            : accounts.expected() == 0
                ? Stream.of()
                : Stream.of(Metric.LOST, Metric.DOUBLED, Metric.MISDELIVERED);
    Stream<Threshold> defaults =
        zeroMetrics
            .filter(
                metric ->
                    userThresholds.stream().noneMatch(threshold -> threshold.metric() == metric))
            .map(Threshold::none);
    return Stream.concat(userThresholds.stream(), defaults);
  }

  private OptionalDouble assertions() {
    return setup.play().isSimulation()
        ? OptionalDouble.of(injection.isAnyAssertionBroken() ? 1 : 0)
        : OptionalDouble.empty();
  }

  /**
   * Returns the messages that had to arrive; if the load ended early, a message that has not
   * arrived is not lost.
   */
  private List<Token> due(List<Token> expected, List<Arrival> arrivals) {
    if (injection.cut().isEmpty()) {
      return expected;
    }
    Set<String> arrived = arrivals.stream().map(Arrival::token).collect(Collectors.toSet());
    return expected.stream().filter(token -> arrived.contains(token.text())).toList();
  }

  /** Returns the reasons for which the numbers are not valid. */
  private List<String> invalid(RunningTarget target) {
    var reasons = new ArrayList<String>();
    if (!injection.cut().isEmpty()) {
      return List.of(
          injection.cut()
              + ", so it ended before its time; mail that had not come yet is not counted");
    }
    if (injection.began() == 0) {
      reasons.add("no session began");
    }
    if (!TargetReadiness.isThere(target)) {
      reasons.add("the target does not answer any more");
    }
    if (injection.ended() < injection.began()) {
      reasons.add((injection.began() - injection.ended()) + " sessions did not come to an end");
    }
    reasons.addAll(injection.objections());
    return reasons;
  }
}
