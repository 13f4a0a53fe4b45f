package dev.etrn.suites.mutants;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.etrn.server.fault.Harm;
import dev.etrn.server.fault.mutant.Mutant;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.mutants.ReviewedDeviations.Kind;
import dev.etrn.suites.reference.EmbeddedTarget;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.Runner;
import dev.etrn.suites.run.plan.RunBounds;
import dev.etrn.suites.run.plan.RunPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * The catalogue against every mutant: each is found by cases that have to do with its fault, by no
 * others, and no case finds nothing. One with grave harm is a FAIL in the default profile too, and
 * one that uses a freedom alone gets nothing above NOTE there. Exceptions stand in the reviewed
 * file ({@link ReviewedDeviations}).
 *
 * <p>While a fault or a case is being written, a part of the matrix shows enough: {@code
 * -Dmutants=NAME,NAME} and {@code -Dcases=GLOB,GLOB} ({@link MutantSelection}). Then only kills
 * that are astray and freedoms that are accused count; the rest is for the eye, in the file that is
 * written.
 */
class KillMatrixIT {

  private static final int AT_ONCE = 20;

  private static final Path WRITTEN = Path.of("target/kill-matrix.md");
  private static final Path REVIEWED =
      Path.of("src/test/resources/dev/etrn/suites/mutants/reviewed.txt");

  private final MutantSelection chosen = MutantSelection.fromProperties();

  @Test
  void everyMutantIsFoundByWhatIsForItAndByNothingElse() throws Exception {
    KillMatrix matrix = matrix();
    Files.writeString(WRITTEN, matrix.markdown());
    Map<Kind, List<String>> seen =
        Map.of(
            Kind.SURVIVES,
            matrix.survivors(),
            Kind.MILD,
            matrix.mild(),
            Kind.ACCUSED,
            matrix.accused().stream().map(Kill::key).toList(),
            Kind.IDLE,
            matrix.idle(),
            Kind.ASTRAY,
            matrix.astray().stream().map(Kill::key).toList());
    ReviewedDeviations reviewed = ReviewedDeviations.read(REVIEWED);
    List<Kind> counting =
        chosen.isWhole() ? List.of(Kind.values()) : List.of(Kind.ASTRAY, Kind.ACCUSED);
    assertSoftly(
        softly -> {
          for (Kind kind : counting) {
            List<String> keys = seen.getOrDefault(kind, List.of());
            softly
                .assertThat(reviewed.unexplained(kind, keys))
                .as("%s, see %s", kind, WRITTEN)
                .isEmpty();
            if (chosen.isWhole()) {
              softly.assertThat(reviewed.stale(kind, keys)).as("lines for nothing").isEmpty();
            }
          }
        });
  }

  private KillMatrix matrix() throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      Future<List<CaseVerdict>> right = workers.submit(() -> run(Mutant.NONE, chosen.cases()));
      Map<MutantRun, Future<List<CaseVerdict>>> running = new LinkedHashMap<>();
      for (MutantRun part : MutantRun.of(chosen)) {
        running.put(part, workers.submit(() -> run(Mutant.with(part.fault()), part.cases())));
      }
      var matrix = new KillMatrix(right.get());
      for (Map.Entry<MutantRun, Future<List<CaseVerdict>>> one : running.entrySet()) {
        matrix.add(one.getKey().fault(), one.getValue().get());
      }
      return matrix;
    } finally {
      workers.shutdownNow();
    }
  }

  /** Verdicts alone, for the transcripts of so many runs would fill the memory. */
  private static List<CaseVerdict> run(Mutant mutant, List<Case> cases) throws Exception {
    // A freedom is spared as users see it spared; what breaks a rule need not be played twice.
    boolean isFreedom = mutant.fault().filter(fault -> fault.harm() == Harm.NONE).isPresent();
    var plan =
        new RunPlan(EmbeddedTarget.of(mutant), cases, Profile.STRICT, 1)
            .with(isFreedom ? RunBounds.NONE : RunBounds.ONCE);
    return CaseVerdict.of(new Runner(plan, new RunListener() {}).run());
  }
}
