package dev.etrn.load.run;

import dev.etrn.load.measure.Fairness;
import dev.etrn.load.measure.Latencies;
import dev.etrn.load.measure.Phase;
import dev.etrn.load.measure.StepTag;
import dev.etrn.load.measure.StepTimes;
import dev.etrn.load.protocol.Step;
import dev.etrn.load.release.DeliveryCounts;
import dev.etrn.load.release.SentEtrn;
import dev.etrn.load.scenario.Population;
import dev.etrn.load.scenario.SessionScript;
import dev.etrn.load.verdict.Metric;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * The values of the metrics in a run.
 *
 * @param etrnsPerSession the number of ETRNs that the target accepts in a session, if it has a
 *     limit
 * @param assertions 1 if an assertion of the simulation does not hold, 0 if all hold; empty if
 *     there is no simulation
 */
record MetricValues(
    List<Population> populations,
    OptionalInt etrnsPerSession,
    double seconds,
    StepTimes times,
    Latencies release,
    DeliveryCounts accounts,
    Map<String, Long> shares,
    OptionalDouble assertions) {

  /** The steps of a session that come before its first ETRN. */
  private static final Set<Step> BEFORE =
      EnumSet.of(Step.CONNECT, Step.BANNER, Step.EHLO, Step.STARTTLS, Step.TLS, Step.AUTH);

  // PMDF-014: 458 is the right reply beyond the limit of a session.
  private static final int BEYOND_LIMIT = 458;

  /**
   * Returns the number of accepted ETRNs of each partner; a partner without any is present with 0.
   */
  static Map<String, Long> shares(List<Population> populations, List<SentEtrn> etrns) {
    var shares = new TreeMap<String, Long>();
    populations.stream()
        .filter(population -> population.script() instanceof SessionScript.Ask)
        .flatMap(population -> population.nodes().stream())
        .forEach(node -> shares.put(node, 0L));
    etrns.stream()
        .filter(SentEtrn::accepted)
        .forEach(etrn -> shares.merge(etrn.node(), 1L, Long::sum));
    return shares;
  }

  /** Returns the value of a metric; empty if there was nothing to measure. */
  OptionalDouble of(Metric metric) {
    return switch (metric) {
      case P50 -> reply(50);
      case P90 -> reply(90);
      case P95 -> reply(95);
      case P99 -> reply(99);
      case P999 -> reply(99.9);
      case MAX -> reply(100);
      case FIRST -> release(Phase.FIRST_CONNECTION);
      case LAST -> release(Phase.LAST_MESSAGE);
      case RATE -> seconds <= 0 ? OptionalDouble.empty() : OptionalDouble.of(answered() / seconds);
      case ERRORS -> errors();
      case LOST -> mail(accounts.lost());
      case DOUBLED -> mail(accounts.doubled());
      case MISDELIVERED -> mail(accounts.misdelivered());
      case ASSERTIONS -> assertions;
      case FAIRNESS -> shares.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(fairness());
    };
  }

  double fairness() {
    return Fairness.jain(shares.values());
  }

  /**
   * Returns the times of replies to ETRN: in the open model from the intended start, otherwise from
   * the write of ETRN.
   */
  Histogram replies() {
    Histogram fromStart = times.matching(tag -> tag.isResponse() && isProper(tag));
    return fromStart.getTotalCount() > 0
        ? fromStart
        : times.matching(tag -> tag.isEtrn() && isProper(tag));
  }

  private static boolean isProper(StepTag tag) {
    return tag.isPositive() || tag.hasCode(BEYOND_LIMIT);
  }

  private OptionalDouble reply(double percentile) {
    Histogram replies = replies();
    return replies.getTotalCount() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) replies.getValueAtPercentile(percentile));
  }

  private OptionalDouble release(Phase phase) {
    return release.count(phase) == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) release.percentile(phase, 50));
  }

  private OptionalDouble mail(long count) {
    return accounts.expected() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count);
  }

  private double answered() {
    return times.count(tag -> tag.isEtrn() && tag.isAnswered());
  }

  private OptionalDouble errors() {
    if (populations.isEmpty()) {
      return errorsOfSimulation();
    }
    Set<String> asking =
        populations.stream()
            .filter(population -> population.script() instanceof SessionScript.Ask)
            .map(Population::name)
            .collect(Collectors.toSet());
    double failuresBefore =
        times.count(tag -> asking.contains(tag.population()) && isFailureBeforeEtrn(tag));
    double etrns = times.count(tag -> asking.contains(tag.population()) && tag.isEtrn());
    double expected = populations.stream().mapToDouble(this::expected).sum();
    return etrns + failuresBefore == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((etrns - expected + failuresBefore) / (etrns + failuresBefore));
  }

  private static boolean isFailureBeforeEtrn(StepTag tag) {
    return tag.isStep() && BEFORE.contains(tag.step()) && tag.isFailure();
  }

  /**
   * Returns the share of ETRNs that were not accepted. A user's own simulation may expect other
   * replies, which are not known here.
   */
  private OptionalDouble errorsOfSimulation() {
    double etrns = times.count(StepTag::isEtrn);
    double accepted = times.count(tag -> tag.isEtrn() && isTaken(tag));
    return etrns == 0 ? OptionalDouble.empty() : OptionalDouble.of((etrns - accepted) / etrns);
  }

  private double expected(Population population) {
    if (!(population.script() instanceof SessionScript.Ask ask)) {
      return 0;
    }
    boolean isBeyond = etrnsPerSession.isPresent() && ask.times() > etrnsPerSession.getAsInt();
    return times.count(
        tag ->
            tag.isOf(population.name())
                && tag.isEtrn()
                && (isTaken(tag) || (isBeyond && tag.hasCode(BEYOND_LIMIT))));
  }

  private static boolean isTaken(StepTag tag) {
    return tag.isAccepted() || tag.isWritten();
  }
}
