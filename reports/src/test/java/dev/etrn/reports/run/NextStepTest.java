package dev.etrn.reports.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.reports.SampleReport;
import dev.etrn.suites.judge.Impediment;
import dev.etrn.suites.judge.Outcome;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.Attempt;
import dev.etrn.suites.run.result.CaseResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextStepTest {

  private final Report report = SampleReport.of(Verdict.INCONCLUSIVE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CONNECTION_LIMIT|lower --max-rate, or let this client connect more often
          LOGIN_REQUIRED|set target.tls or auth in etrn.yaml
          NO_REPLY|find out why the server does not answer in time, or raise target.timeout
          DEFERRAL|find out why the server defers nodes that nodes.permitted lists
          MAIL_NOT_HELD|let the server hold mail for these names until an ETRN releases it
          MAIL_NOT_TAKEN|let the server accept mail from this client for these names
          """)
  void followsFromTheImpediment(Impediment impediment, String step) {
    assertThat(NextStep.of(List.of(result(Optional.of(impediment))), report)).isEqualTo(step);
  }

  @Test
  void playsACaseAloneThatNamesNoImpediment() {
    CaseResult result = result(Optional.empty());
    assertThat(NextStep.of(List.of(result, result), report))
        .isEqualTo(
            "run them alone: " + report.command() + (" --select " + result.info().id()).repeat(2));
  }

  private CaseResult result(Optional<Impediment> impediment) {
    CaseResult sample = report.run().cases().get(0);
    var outcome = new Outcome(Verdict.INCONCLUSIVE, "observed", List.of(), impediment);
    return new CaseResult(
        sample.info(), List.of(new Attempt(1, outcome, sample.nanos(), sample.transcript())));
  }
}
