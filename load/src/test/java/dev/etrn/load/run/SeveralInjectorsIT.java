package dev.etrn.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.load.coordination.InjectorPlacement;
import dev.etrn.load.coordination.InjectorReport;
import dev.etrn.load.coordination.LoadProgress;
import dev.etrn.load.coordination.Rendezvous;
import dev.etrn.load.injector.LoadInjector;
import dev.etrn.load.measure.StepTag;
import dev.etrn.load.reference.ReferenceTarget;
import dev.etrn.load.scenario.LoadDefinition;
import dev.etrn.load.scenario.LoadOptions;
import dev.etrn.load.scenario.Scenario;
import dev.etrn.load.verdict.Threshold;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests of runs whose load several processes make together. */
@Timeout(120)
class SeveralInjectorsIT {

  private static final int RATE = 20;
  private static final int SECONDS = 3;
  private static final long SESSIONS = (long) RATE * SECONDS;

  @TempDir private Path out = Path.of("");

  @Test
  void playThePlanAsOneWould() throws Exception {
    LoadResult result = run(Scenario.MIXED, LoadInjector.class);
    assertThat(beyondTime(result)).isEmpty();
    assertThat(result.checked()).filteredOn(threshold -> !threshold.isMet()).isEmpty();
    assertThat(result.times().count(StepTag::isEtrn)).isEqualTo(SESSIONS);
    assertThat(result.accounts().expected()).isEqualTo(SESSIONS);
    // The seven partners take turns, whichever injector plays the session.
    assertThat(result.shares()).hasSize(7).allSatisfy((node, n) -> assertThat(n).isBetween(8L, 9L));
  }

  @Test
  void areToldOfOneByOne() throws Exception {
    LoadResult result = run(Scenario.SOAK, LoadInjector.class);
    assertThat(result.injectors())
        .allSatisfy(
            report ->
                assertThat(((InjectorReport.Ended) report).summary().began())
                    .isEqualTo(SESSIONS / 3))
        .extracting(report -> report.shard().index())
        .containsExactly(1, 2, 3);
  }

  @Test
  void makeNoLoadWhenOneDoesNotComeUp() throws Exception {
    LoadResult result = run(Scenario.SOAK, SecondFails.class);
    assertThat(result.began()).isZero();
    assertThat(result.invalid())
        .contains(
            "injector 2 of 3 is lost: it did not come up, so none began;"
                + " see injector.log in its directory");
  }

  @Test
  void areMissedWhenOneEndsInTheMidst() throws Exception {
    LoadResult result = run(Scenario.SOAK, SecondEndsEarly.class);
    assertThat(beyondTime(result))
        .containsExactly(
            "injector 2 of 3 is lost: it left no record; see injector.log in its directory");
    assertThat(result.began()).isEqualTo(SESSIONS * 2 / 3);
    assertThat(result.injectors().get(1)).isInstanceOf(InjectorReport.Lost.class);
  }

  /** Returns the reasons for which a run is not valid, except those that a busy machine causes. */
  private static List<String> beyondTime(LoadResult result) {
    return result.invalid().stream()
        .filter(reason -> !reason.matches(".* (lagged|began) .*"))
        .toList();
  }

  private LoadResult run(Scenario scenario, Class<?> injector) throws Exception {
    var options =
        new LoadOptions(
            OptionalDouble.of(RATE),
            OptionalInt.empty(),
            Duration.ofSeconds(SECONDS),
            OptionalInt.of(7),
            OptionalInt.empty(),
            "branch.example",
            OptionalInt.empty());
    var setup =
        new LoadSetup(
            new ReferenceTarget(OptionalInt.empty()),
            LoadDefinition.of(scenario, options),
            options,
            List.of(Threshold.parse("errors<=0%")),
            1,
            new InjectorPlacement.LocalProcesses(injector, 3),
            out);
    return new LoadRun(setup, new Silence()).run();
  }

  /** A main class whose second injector does not come up. */
  static final class SecondFails {

    private SecondFails() {}

    public static void main(String... arguments) {
      if (arguments[1].equals("2")) {
        System.exit(1);
      }
      LoadInjector.main(arguments);
    }
  }

  /** A main class whose second injector ends while it makes load. */
  static final class SecondEndsEarly {

    private SecondEndsEarly() {}

    public static void main(String... arguments) {
      if (arguments[1].equals("2")) {
        var end = new Thread(() -> endOnceStarted(Path.of(arguments[0])), "end");
        end.setDaemon(true);
        end.start();
      }
      LoadInjector.main(arguments);
    }

    private static void endOnceStarted(Path directory) {
      try {
        new Rendezvous(directory).awaitStart(Duration.ofMinutes(1));
        // This is during the warm-up, long before the end.
        boolean unused = new CountDownLatch(1).await(2, TimeUnit.SECONDS);
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      } finally {
        Runtime.getRuntime().halt(9);
      }
    }
  }

  private static final class Silence implements LoadProgress {
    @Override
    public void begins(String activity) {}

    @Override
    public void goesOn(String line) {}
  }
}
