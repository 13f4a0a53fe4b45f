package dev.etrn.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.load.coordination.InjectorPlacement;
import dev.etrn.load.coordination.InjectorRecords;
import dev.etrn.load.coordination.InjectorReport;
import dev.etrn.load.coordination.LoadProgress;
import dev.etrn.load.coordination.Rendezvous;
import dev.etrn.load.reference.ReferenceTarget;
import dev.etrn.load.scenario.LoadDefinition;
import dev.etrn.load.scenario.LoadOptions;
import dev.etrn.load.scenario.Scenario;
import dev.etrn.load.verdict.Threshold;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/**
 * Tests of injectors as the tasks of a replicated job, in a swarm of one node, with one reference
 * server.
 */
@Timeout(600)
@EnabledIf("containersCanRun")
class SwarmIT {

  private static final int INJECTORS = 3;
  private static final int RATE = 20;
  private static final int SECONDS = 3;
  private static final long SESSIONS = (long) RATE * SECONDS;

  @TempDir private static Path directory = Path.of("");

  private static OneNodeSwarm swarm = OneNodeSwarm.NONE;

  /**
   * Returns true if containers can run. Without Docker a line in the log says that the test is
   * skipped; ETRN_REQUIRE_CONTAINERS=true makes it fail instead.
   */
  static boolean containersCanRun() {
    boolean isAvailable =
        "true".equals(System.getenv("ETRN_REQUIRE_CONTAINERS"))
            || DockerClientFactory.instance().isDockerAvailable();
    if (!isAvailable) {
      LoggerFactory.getLogger(SwarmIT.class).warn("SwarmIT is skipped: no Docker engine answers");
    }
    return isAvailable;
  }

  @BeforeAll
  static void begin() throws Exception {
    swarm = OneNodeSwarm.join(Files.createDirectory(directory.resolve("image")));
  }

  @AfterAll
  static void end() throws Exception {
    swarm.leave();
  }

  @Test
  void makesTheLoadOfOnePlanTogether() throws Exception {
    Path share = Files.createDirectory(directory.resolve("share"));
    Path out = Files.createDirectory(directory.resolve("out"));
    Process job = swarm.injectors(INJECTORS, share);
    try {
      LoadResult result = new LoadRun(setup(share, out), new Silence()).run();
      assertThat(beyondTime(result.invalid())).isEmpty();
      assertThat(result.checked()).filteredOn(threshold -> !threshold.isMet()).isEmpty();
      assertThat(result.times().count(tag -> tag.isEtrn() && tag.isAccepted())).isEqualTo(SESSIONS);
      assertThat(result.accounts().came()).isEqualTo(SESSIONS);
      assertThat(result.accounts().doubled()).isZero();
      assertThat(result.injectors())
          .hasSize(INJECTORS)
          .allSatisfy(report -> assertThat(sessions(report)).isEqualTo(2 * SESSIONS / INJECTORS));
      assertThat(job.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(job.exitValue()).as("%s", directory.resolve("image/job.log")).isZero();
      assertThat(share).isEmptyDirectory();
    } finally {
      job.destroy();
    }
    // One record of the same run is missing now.
    var records = new Rendezvous(out);
    Files.delete(records.injector(2).summary());
    InjectorRecords incomplete =
        InjectorRecords.read(records, INJECTORS, "see the log of its task");
    assertThat(beyondTime(incomplete.objections()))
        .containsExactly("injector 2 of 3 is lost: it left no record; see the log of its task");
    assertThat(incomplete.asked()).hasSize((int) SESSIONS * 2 / INJECTORS);
  }

  private static long sessions(InjectorReport report) {
    return report instanceof InjectorReport.Ended ended ? ended.summary().began() : 0;
  }

  /** Returns the objections, except those that a busy machine causes. */
  private static List<String> beyondTime(List<String> objections) {
    return objections.stream()
        .filter(objection -> !objection.matches(".* (lagged|began) .*"))
        .toList();
  }

  private static LoadSetup setup(Path share, Path out) throws Exception {
    var options =
        new LoadOptions(
            OptionalDouble.of(RATE),
            OptionalInt.empty(),
            Duration.ofSeconds(SECONDS),
            OptionalInt.of(7),
            OptionalInt.empty(),
            "branch.example",
            OptionalInt.empty());
    return new LoadSetup(
        new ReferenceTarget(OptionalInt.empty()),
        LoadDefinition.of(Scenario.MIXED, options),
        options,
        List.of(Threshold.parse("errors<=0%")),
        1,
        new InjectorPlacement.ExternalTasks(share, INJECTORS, Duration.ofMinutes(2)),
        out);
  }

  private static final class Silence implements LoadProgress {
    @Override
    public void begins(String activity) {}

    @Override
    public void goesOn(String line) {}
  }
}
