package dev.etrn.load.run;

import dev.etrn.load.conformance.Conformance;
import dev.etrn.load.coordination.InjectorReport;
import dev.etrn.load.measure.Latencies;
import dev.etrn.load.measure.StepTimes;
import dev.etrn.load.release.DeliveryCounts;
import dev.etrn.load.verdict.ThresholdResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a run.
 *
 * @param target as the user named it
 * @param image the container image it ran from, or the empty string
 * @param seconds from the first session's beginning to the last reply
 * @param began how many sessions began
 * @param ended how many came to their end
 * @param injectors what became of each
 * @param times of all steps
 * @param release from the write of ETRN to the mail exchanger
 * @param shares how many ETRNs of each partner were accepted
 * @param fairness Jain's index over them
 * @param used what the target used during the run, when it is ours
 * @param conformance what the sessions of the sample showed
 * @param checked the thresholds
 * @param invalid why the numbers say nothing, empty when they do
 */
public record LoadResult(
    LoadSetup setup,
    String target,
    String image,
    Instant startedAt,
    double seconds,
    long began,
    long ended,
    List<InjectorReport> injectors,
    StepTimes times,
    Latencies release,
    DeliveryCounts accounts,
    Map<String, Long> shares,
    double fairness,
    Optional<ResourceUse> used,
    Conformance conformance,
    List<ThresholdResult> checked,
    List<String> invalid) {

  /** How long sessions were to begin. */
  public Duration planned() {
    return setup.options().duration();
  }

  /** What became of each level of a rate that rises; empty when it does not rise. */
  public List<RateLevel> levels() {
    return RateLevel.of(setup.play().workload().populations(), times);
  }

  /** Whether the numbers can be relied on. */
  public boolean isValid() {
    return invalid.isEmpty();
  }

  /** Whether every threshold was met. */
  public boolean meetsAll() {
    return checked.stream().allMatch(ThresholdResult::isMet);
  }
}
