package dev.etrn.reports;

import dev.etrn.load.conformance.Conformance;
import dev.etrn.load.conformance.Conformance.Evidence;
import dev.etrn.load.coordination.InjectorPlacement;
import dev.etrn.load.coordination.InjectorReport;
import dev.etrn.load.coordination.InjectorSummary;
import dev.etrn.load.injector.LoadInjector;
import dev.etrn.load.measure.IntervalLog;
import dev.etrn.load.measure.Latencies;
import dev.etrn.load.measure.Phase;
import dev.etrn.load.measure.StepTag;
import dev.etrn.load.measure.StepTimes;
import dev.etrn.load.reference.ReferenceTarget;
import dev.etrn.load.release.DeliveryCounts;
import dev.etrn.load.run.LoadResult;
import dev.etrn.load.run.LoadSetup;
import dev.etrn.load.run.ResourceUse;
import dev.etrn.load.run.ResourceUse.MemoryAt;
import dev.etrn.load.scenario.LoadDefinition;
import dev.etrn.load.scenario.LoadOptions;
import dev.etrn.load.scenario.Scenario;
import dev.etrn.load.shard.Shard;
import dev.etrn.load.verdict.Threshold;
import dev.etrn.load.verdict.ThresholdResult;
import dev.etrn.suites.judge.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/** A load run in which a threshold is missed and an injector is lost. */
public final class SampleLoad {

  private static final InjectorReport ENDED =
      new InjectorReport.Ended(
          new Shard(1, 2), new InjectorSummary(12_000_000, 0, 0, 2, 2, 4, 3, 0, 0, ""), 800_000, 4);
  private static final InjectorReport LOST =
      new InjectorReport.Lost(new Shard(2, 2), "it left no record; see the log of its task");
  private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");

  private SampleLoad() {}

  /**
   * Returns a load run against a target.
   *
   * @param directory the directory for the logs of its injectors
   */
  public static LoadResult against(String target, Path directory) throws Exception {
    return against(target, directory, conformance());
  }

  /** Returns a load run without a judged session. */
  public static LoadResult unjudged(Path directory) throws Exception {
    return against("embedded", directory, Conformance.NONE);
  }

  private static LoadResult against(String target, Path directory, Conformance conformance)
      throws Exception {
    var accounts = new DeliveryCounts(200, 199, 1, 0, 0, 0);
    var release = new Latencies();
    release.record(Phase.FIRST_CONNECTION, 2_000_000);
    release.record(Phase.LAST_MESSAGE, 150_000_000);
    return new LoadResult(
        setup(directory),
        target,
        "",
        STARTED,
        2,
        2,
        2,
        List.of(ENDED, LOST),
        times(directory),
        release,
        accounts,
        Map.of("partner1.branch.example", 1L),
        1,
        Optional.of(
            new ResourceUse(
                Duration.ofMillis(1500),
                64L << 20,
                80L << 20,
                List.of(new MemoryAt(2, 80L << 20), new MemoryAt(4, 64L << 20)))),
        conformance,
        List.of(
            ThresholdResult.of(Threshold.parse("p99<5ms"), OptionalDouble.of(1_200_000)),
            ThresholdResult.of(Threshold.parse("lost=0"), OptionalDouble.of(1))),
        LOST.objections());
  }

  private static Conformance conformance() {
    return new Conformance(
        20,
        1,
        new TreeMap<>(
            Map.of(
                "ETRN-026",
                Map.of(Verdict.PASS, 18L, Verdict.FAIL, 2L),
                "SMTP-022",
                Map.of(Verdict.PASS, 20L))),
        List.of(
            new Evidence(
                "ETRN-026",
                Verdict.FAIL,
                "'ETRN partner1.branch.example' got '254 <b>'",
                "transcripts/injector-1.load.session-7.txt")));
  }

  private static LoadSetup setup(Path directory) {
    var options =
        new LoadOptions(
            OptionalDouble.empty(),
            OptionalInt.empty(),
            Duration.ofSeconds(20),
            OptionalInt.of(2),
            OptionalInt.of(100),
            "branch.example",
            OptionalInt.of(10));
    return new LoadSetup(
        new ReferenceTarget(OptionalInt.of(10)),
        LoadDefinition.of(Scenario.TRIGGER, options),
        options,
        List.of(),
        1,
        new InjectorPlacement.LocalProcesses(LoadInjector.class, 2),
        directory);
  }

  private static StepTimes times(Path directory) throws IOException {
    Path log = directory.resolve("injector.hlog");
    try (var written = new IntervalLog(log, System.currentTimeMillis())) {
      written.record(StepTag.parse("partners.CONNECT.OK"), 150_000);
      written.record(StepTag.parse("partners.ETRN.253"), 1_000_000);
      written.record(StepTag.parse("partners.ETRN.253"), 1_200_000);
      written.record(StepTag.parse("partners.ETRN.TIMEOUT"), 3_000_000_000L);
    }
    return StepTimes.read(List.of(log));
  }
}
