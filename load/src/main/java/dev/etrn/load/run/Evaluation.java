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

/** Makes the result of what both ends recorded. */
record Evaluation(
    LoadSetup setup, TargetProfile profile, Workload workload, InjectorRecords injection) {

  LoadResult result(
      RunningTarget target,
      Instant started,
      List<Token> expected,
      Set<String> waiting,
      List<Arrival> arrivals,
      Optional<ResourceUse> used) {
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
        used,
        injection.conformance(),
        checked,
        invalid(target));
  }

  /** Mail must come, once, and to the right place, unless the user says how much of it need not. */
  private Stream<Threshold> thresholds(DeliveryCounts accounts) {
    List<Threshold> wanted = setup.thresholds();
    Stream<Metric> none =
        setup.play().isSimulation()
            ? Stream.of(Metric.ASSERTIONS)
            : accounts.expected() == 0
                ? Stream.of()
                : Stream.of(Metric.LOST, Metric.DOUBLED, Metric.MISDELIVERED);
    Stream<Threshold> always =
        none.filter(metric -> wanted.stream().noneMatch(one -> one.metric() == metric))
            .map(Threshold::none);
    return Stream.concat(wanted.stream(), always);
  }

  private OptionalDouble assertions() {
    return setup.play().isSimulation()
        ? OptionalDouble.of(injection.isAnyAssertionBroken() ? 1 : 0)
        : OptionalDouble.empty();
  }

  /** When the load ended before its time, what has not come yet is not lost. */
  private List<Token> due(List<Token> expected, List<Arrival> arrivals) {
    if (injection.cut().isEmpty()) {
      return expected;
    }
    Set<String> came = arrivals.stream().map(Arrival::token).collect(Collectors.toSet());
    return expected.stream().filter(token -> came.contains(token.text())).toList();
  }

  /** Why the numbers say nothing. */
  private List<String> invalid(RunningTarget target) {
    var why = new ArrayList<String>();
    if (!injection.cut().isEmpty()) {
      return List.of(
          injection.cut()
              + ", so it ended before its time; mail that had not come yet is not counted");
    }
    if (injection.began() == 0) {
      why.add("no session began");
    }
    if (!TargetReadiness.isThere(target)) {
      why.add("the target does not answer any more");
    }
    if (injection.ended() < injection.began()) {
      why.add((injection.began() - injection.ended()) + " sessions did not come to an end");
    }
    why.addAll(injection.objections());
    return why;
  }
}
