package dev.etrn.load.run;

import dev.etrn.load.measure.Fairness;
import dev.etrn.load.measure.Latencies;
import dev.etrn.load.measure.Phase;
import dev.etrn.load.measure.StepTimes;
import dev.etrn.load.release.DeliveryCounts;
import dev.etrn.load.release.SentEtrn;
import dev.etrn.load.scenario.Population;
import dev.etrn.load.scenario.SessionScript;
import dev.etrn.load.verdict.Metric;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * The value of each metric in a run.
 *
 * @param etrnsPerSession how many ETRNs the target accepts in a session, if it has a limit
 * @param assertions 1 when one of a simulation does not hold, 0 when all do; empty when there is no
 *     simulation
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

  private static final String BEFORE = "(CONNECT|BANNER|EHLO|STARTTLS|TLS|AUTH)";

  /** How many ETRNs of each partner were accepted; partners that got none are there with 0. */
  static Map<String, Long> shares(List<Population> populations, List<SentEtrn> asked) {
    var shares = new TreeMap<String, Long>();
    populations.stream()
        .filter(one -> one.script() instanceof SessionScript.Ask)
        .flatMap(one -> one.nodes().stream())
        .forEach(node -> shares.put(node, 0L));
    asked.stream()
        .filter(SentEtrn::accepted)
        .forEach(one -> shares.merge(one.node(), 1L, Long::sum));
    return shares;
  }

  /** Empty when there was nothing to measure. */
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

  /** In the open model from the intended start, otherwise from the write of ETRN. */
  Histogram replies() {
    Histogram fromStart = times.matching(".*\\.RESPONSE\\.(2..|458)");
    return fromStart.getTotalCount() > 0 ? fromStart : times.matching(".*\\.ETRN\\.(2..|458)");
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
    return times.count(".*\\.ETRN\\.[0-9]{3}");
  }

  private OptionalDouble errors() {
    if (populations.isEmpty()) {
      return errorsOfSimulation();
    }
    String asking =
        populations.stream()
            .filter(one -> one.script() instanceof SessionScript.Ask)
            .map(Population::name)
            .collect(Collectors.joining("|", "(", ")"));
    double before = times.count(asking + "\\." + BEFORE + "\\.(?!OK$|[23]..$).*");
    double all = times.count(asking + "\\.ETRN\\..*");
    double expected = populations.stream().mapToDouble(this::expected).sum();
    return all + before == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((all - expected + before) / (all + before));
  }

  /** What a user's own simulation expects is not known here: that ETRN is accepted. */
  private OptionalDouble errorsOfSimulation() {
    double all = times.count("[^.]+\\.ETRN\\..*");
    double accepted = times.count("[^.]+\\.ETRN\\.(25[0-3]|WRITTEN)");
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((all - accepted) / all);
  }

  private double expected(Population population) {
    if (!(population.script() instanceof SessionScript.Ask ask)) {
      return 0;
    }
    // PMDF-014: beyond the limit of a session 458 is right.
    boolean isBeyond = etrnsPerSession.isPresent() && ask.times() > etrnsPerSession.getAsInt();
    String codes = isBeyond ? "(25[0-3]|458|WRITTEN)" : "(25[0-3]|WRITTEN)";
    return times.count(population.name() + "\\.ETRN\\." + codes);
  }
}
