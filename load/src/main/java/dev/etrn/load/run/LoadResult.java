package dev.etrn.load.run;

import dev.etrn.load.measure.Latencies;
import dev.etrn.load.measure.StepTimes;
import dev.etrn.load.release.Accounts;
import dev.etrn.load.verdict.Checked;
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
 * @param seconds from the first session's beginning to the last one's
 * @param began how many sessions began
 * @param ended how many came to their end
 * @param times of all steps; tags are {@code population.STEP.code}
 * @param release from the write of ETRN to the mail exchanger
 * @param shares how many ETRNs of each partner were accepted
 * @param fairness Jain's index over them
 * @param used what the target used during the run, when it is ours
 * @param judged of sampled sessions, by the catalogue's judges
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
    StepTimes times,
    Latencies release,
    Accounts accounts,
    Map<String, Long> shares,
    double fairness,
    Optional<Used> used,
    List<Judged> judged,
    List<Checked> checked,
    List<String> invalid) {

  /**
   * A finding of the catalogue's judges on a sampled session.
   *
   * @param transcript its file, relative to the results
   */
  public record Judged(String requirement, String sentence, String transcript) {}

  /** How long sessions were to begin. */
  public Duration planned() {
    return setup.options().duration();
  }

  /** Whether the numbers can be relied on and the mail was treated as it must be. */
  public boolean isSound() {
    return invalid.isEmpty() && judged.isEmpty();
  }

  /** Whether every threshold was met. */
  public boolean meetsAll() {
    return checked.stream().allMatch(Checked::isMet);
  }
}
