package dev.etrn.suites.mutants;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.etrn.server.fault.Fault;
import dev.etrn.server.fault.Mutant;
import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.RunPlan;
import dev.etrn.suites.run.RunResult;
import dev.etrn.suites.run.Runner;
import dev.etrn.suites.run.Selection;
import dev.etrn.suites.target.EmbeddedTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The catalogue against every mutant: each is found, by cases that have to do with its fault. */
class KillMatrixIT {

  private static final int AT_ONCE = 6;
  private static final List<Case> CASES = Selection.everything().of(Cases.all());
  private static final Path REVIEWED =
      Path.of("src/test/resources/dev/etrn/suites/mutants/reviewed.txt");

  @Test
  void everyMutantIsFoundByACaseThatIsForIt() throws Exception {
    KillMatrix matrix = matrix();
    Files.writeString(Path.of("target/kill-matrix.md"), matrix.markdown());
    List<String> survivors = matrix.survivors().stream().map(Fault::name).toList();
    Reviewed reviewed = Reviewed.read(REVIEWED);
    assertSoftly(
        softly -> {
          softly.assertThat(reviewed.unexplained(survivors)).as("mutants that survive").isEmpty();
          softly.assertThat(reviewed.stale(survivors)).as("lines that explain nothing").isEmpty();
        });
  }

  private static KillMatrix matrix() throws Exception {
    var matrix = new KillMatrix(run(Mutant.NONE));
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      Map<Fault, Future<RunResult>> running = new LinkedHashMap<>();
      for (Fault fault : Fault.all()) {
        running.put(fault, workers.submit(() -> run(Mutant.with(fault))));
      }
      for (Map.Entry<Fault, Future<RunResult>> one : new ArrayList<>(running.entrySet())) {
        matrix.add(one.getKey(), one.getValue().get());
      }
    } finally {
      workers.shutdownNow();
    }
    return matrix;
  }

  private static RunResult run(Mutant mutant) throws Exception {
    var plan = new RunPlan(EmbeddedTarget.of(mutant), CASES, Profile.STRICT, 1);
    return new Runner(plan, new RunListener() {}).run();
  }
}
