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
 * The result of a load run.
 *
 * @param target the target, as the user named it
 * @param image the container image of the target, or the empty string
 * @param seconds the time from the beginning of the first session to the last reply
 * @param began the number of sessions that began
 * @param ended the number of sessions that ended
 * @param injectors the report of each injector
 * @param times the times of all steps
 * @param release the latencies from the write of ETRN to the arrival of mail
 * @param shares the number of accepted ETRNs of each partner
 * @param fairness Jain's index over the shares
 * @param used the target's resource use during the run, if the run started the target
 * @param conformance the findings in the sample of sessions
 * @param checked the result of each threshold
 * @param invalid the reasons for which the numbers are not valid; empty if they are
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

  /** Returns the time during which sessions were to begin. */
  public Duration planned() {
    return setup.options().duration();
  }

  /** Returns the result of each level of a rising rate; empty if the rate does not rise. */
  public List<RateLevel> levels() {
    return RateLevel.of(setup.play().workload().populations(), times);
  }

  /** Returns true if the numbers are valid. */
  public boolean isValid() {
    return invalid.isEmpty();
  }

  /** Returns true if every threshold was met. */
  public boolean meetsAll() {
    return checked.stream().allMatch(ThresholdResult::isMet);
  }
}
