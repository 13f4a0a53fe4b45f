package dev.etrn.reports.run;

import dev.etrn.load.measure.Latencies;
import dev.etrn.load.measure.Phase;
import dev.etrn.load.measure.TranscriptTimes;
import dev.etrn.suites.run.result.RunResult;
import java.util.List;
import java.util.stream.Stream;

/**
 * The latency of one phase of ETRN, over all transcripts of a run.
 *
 * @param phase the phase
 * @param count the number of measurements, at least one
 * @param median the median in milliseconds
 * @param p99 the 99th percentile in milliseconds
 * @param longest the longest time in milliseconds
 */
public record PhaseLatency(Phase phase, long count, double median, double p99, double longest) {

  private static final double NANOS_PER_MILLI = 1e6;

  /** Returns the latencies of the phases that the run measured, in their order. */
  public static List<PhaseLatency> of(RunResult run) {
    Latencies latencies = TranscriptTimes.of(run.transcripts());
    return Stream.of(Phase.values())
        .filter(phase -> latencies.count(phase) > 0)
        .map(phase -> of(phase, latencies))
        .toList();
  }

  private static PhaseLatency of(Phase phase, Latencies latencies) {
    return new PhaseLatency(
        phase,
        latencies.count(phase),
        latencies.percentile(phase, 50) / NANOS_PER_MILLI,
        latencies.percentile(phase, 99) / NANOS_PER_MILLI,
        latencies.max(phase) / NANOS_PER_MILLI);
  }
}
