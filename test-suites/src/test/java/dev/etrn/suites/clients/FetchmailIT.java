package dev.etrn.suites.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.cases.client.ClientCases;
import dev.etrn.suites.containers.NeedsContainers;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.client.ClientPlan;
import dev.etrn.suites.run.client.ClientRunner;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

@NeedsContainers
class FetchmailIT {

  /** The known deviations, each reviewed by hand; {@code docs/findings.md} gives the reasons. */
  private static final Map<String, Verdict> KNOWN =
      Map.of(
          "etrn.client.keyword-whole", Verdict.WARN,
          "etrn.client.after-refusal", Verdict.WARN,
          "etrn.client.after-no-mail", Verdict.WARN,
          "etrn.client.unknown-success", Verdict.FAIL,
          "etrn.client.multiline-reply", Verdict.FAIL,
          "etrn.client.unqualified", Verdict.WARN,
          "etrn.client.bad-octets", Verdict.WARN,
          "etrn.client.exit-codes", Verdict.WARN);

  @Test
  void deviatesOnlyWhereItIsKnownTo() throws Exception {
    var plan = new ClientPlan(new FetchmailClient(), ClientCases.all(), Profile.DEFAULT);
    RunResult result = new ClientRunner(plan, new RunListener() {}).run();
    var deviations = new TreeMap<String, Verdict>();
    for (CaseResult caseResult : result.cases()) {
      switch (caseResult.verdict()) {
        case PASS, NOTE, NOT_APPLICABLE -> {}
        default -> deviations.put(caseResult.info().id(), caseResult.verdict());
      }
    }
    assertThat(deviations).isEqualTo(new TreeMap<>(KNOWN));
    assertThat(result.target().image()).contains("fetchmail");
  }
}
