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
 * A test of the catalogue against every mutant: only cases for its fault find a mutant, and every
 * case finds one. A mutant with grave harm is a FAIL in the default profile too, and a permitted
 * deviation gets nothing above NOTE there. Exceptions are in the reviewed file ({@link
 * ReviewedDeviations}).
 *
 * <p>For work on a fault or a case, a part of the matrix is enough: {@code -Dmutants=NAME,NAME} and
 * {@code -Dcases=GLOB,GLOB} ({@link MutantSelection}). Then only the kinds astray and accused
 * count; the written file shows the rest.
 */
class KillMatrixIT {

  private static final int AT_ONCE = 20;

  private static final Path WRITTEN = Path.of("target/kill-matrix.md");
  private static final Path REVIEWED =
      Path.of("src/test/resources/dev/etrn/suites/mutants/reviewed.txt");

  private final MutantSelection selection = MutantSelection.fromProperties();

  @Test
  void everyMutantIsFoundByWhatIsForItAndByNothingElse() throws Exception {
    KillMatrix matrix = matrix();
    Files.writeString(WRITTEN, matrix.markdown());
    Map<Kind, List<String>> keysByKind =
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
        selection.isWhole() ? List.of(Kind.values()) : List.of(Kind.ASTRAY, Kind.ACCUSED);
    assertSoftly(
        softly -> {
          for (Kind kind : counting) {
            List<String> keys = keysByKind.getOrDefault(kind, List.of());
            softly
                .assertThat(reviewed.unexplained(kind, keys))
                .as("%s, see %s", kind, WRITTEN)
                .isEmpty();
            if (selection.isWhole()) {
              softly.assertThat(reviewed.stale(kind, keys)).as("lines for nothing").isEmpty();
            }
          }
        });
  }

  private KillMatrix matrix() throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      Future<List<CaseVerdict>> right = workers.submit(() -> run(Mutant.NONE, selection.cases()));
      Map<MutantRun, Future<List<CaseVerdict>>> running = new LinkedHashMap<>();
      for (MutantRun part : MutantRun.of(selection)) {
        running.put(part, workers.submit(() -> run(Mutant.with(part.fault()), part.cases())));
      }
      var matrix = new KillMatrix(right.get());
      for (Map.Entry<MutantRun, Future<List<CaseVerdict>>> entry : running.entrySet()) {
        matrix.add(entry.getKey().fault(), entry.getValue().get());
      }
      return matrix;
    } finally {
      workers.shutdownNow();
    }
  }

  /** Returns only verdicts, since the transcripts of so many runs would fill the memory. */
  private static List<CaseVerdict> run(Mutant mutant, List<Case> cases) throws Exception {
    // A permitted deviation is tried again, as for users; a broken rule need not be played twice.
    boolean isPermitted = mutant.fault().filter(fault -> fault.harm() == Harm.NONE).isPresent();
    var plan =
        new RunPlan(EmbeddedTarget.of(mutant), cases, Profile.STRICT, 1)
            .with(isPermitted ? RunBounds.NONE : RunBounds.ONCE);
    return CaseVerdict.of(new Runner(plan, new RunListener() {}).run());
  }
}
