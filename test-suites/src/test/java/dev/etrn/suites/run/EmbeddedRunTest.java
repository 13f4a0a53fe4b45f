package dev.etrn.suites.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.Cases;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.target.EmbeddedTarget;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EmbeddedRunTest {

  private static final Set<Verdict> AS_EXPECTED = Set.of(Verdict.PASS, Verdict.NOTE);

  @Test
  void referenceServerPassesEveryCaseInTheStrictProfile() throws Exception {
    var plan = new RunPlan(new EmbeddedTarget(), Cases.all(), Profile.STRICT, 1);
    RunResult result = new Runner(plan, new RunListener() {}).run();
    assertThat(result.cases()).hasSameSizeAs(Cases.all());
    String unexpected =
        result.cases().stream()
            .filter(c -> !AS_EXPECTED.contains(c.verdict()))
            .map(c -> c.verdict() + " " + c.info().id() + ": " + c.observed())
            .collect(Collectors.joining("\n"));
    assertThat(unexpected).isEmpty();
  }
}
