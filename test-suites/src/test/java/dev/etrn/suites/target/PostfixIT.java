package dev.etrn.suites.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.CaseResult;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.RunPlan;
import dev.etrn.suites.run.RunResult;
import dev.etrn.suites.run.Runner;
import dev.etrn.suites.run.Selection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

@NeedsContainers
class PostfixIT {

  /** Each was looked at by hand; {@code docs/findings.md} tells why. */
  private static final Map<String, Verdict> KNOWN =
      Map.of(
          "etrn.syntax.underscore", Verdict.WARN,
          "etrn.syntax.nul", Verdict.WARN,
          "etrn.syntax.bare-lf", Verdict.WARN,
          "etrn.reply.node-not-allowed", Verdict.WARN,
          "etrn.reply.failure-codes", Verdict.WARN,
          "etrn.reply.enhanced-codes", Verdict.WARN,
          "etrn.abuse.smuggled-line", Verdict.WARN,
          "etrn.abuse.smuggled-dot", Verdict.WARN,
          "etrn.abuse.oracle-by-code", Verdict.WARN,
          "etrn.effect.subtree", Verdict.WARN);

  @Test
  void deviatesOnlyWhereItIsKnownTo() throws Exception {
    var target = new ContainerTarget(MtaDescriptor.of("postfix"));
    List<Case> cases = Selection.everything().of(Cases.all());
    RunResult result =
        new Runner(new RunPlan(target, cases, Profile.DEFAULT, 1), new RunListener() {}).run();
    var deviations = new TreeMap<String, Verdict>();
    for (CaseResult one : result.cases()) {
      switch (one.verdict()) {
        case PASS, NOTE, NOT_APPLICABLE -> {}
        default -> deviations.put(one.info().id(), one.verdict());
      }
    }
    assertThat(deviations).isEqualTo(new TreeMap<>(KNOWN));
    assertThat(result.target().banner()).contains("Postfix");
  }
}
