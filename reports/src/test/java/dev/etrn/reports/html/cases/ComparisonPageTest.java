package dev.etrn.reports.html.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.reports.SampleReport;
import dev.etrn.reports.run.Report;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.Attempt;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ComparisonPageTest {

  @Test
  void tellsWhichCasesTakeLongerWithTheInterval() {
    String page = page(timed(10, 11, 9, 10, 12), timed(15, 16, 14, 15, 17, 15));
    assertThat(page)
        .contains("Of 1 cases that both runs played often enough, 1 takes longer or shorter")
        .contains(
            "<td>longer</td><td class=\"n\">+5.0 ms</td><td class=\"n\">+3.0 ms to +7.0 ms</td>")
        .contains("<td class=\"n\">5</td><td class=\"n\">6</td>");
  }

  @Test
  @Tag("slow")
  void tellsWhichCasesTakeShorter() {
    assertThat(page(timed(15, 16, 14, 15, 17), timed(10, 11, 9, 10, 12)))
        .contains("<td>shorter</td><td class=\"n\">-5.0 ms</td>");
  }

  @Test
  void saysNothingOfTimesWhereCasesWerePlayedTooSeldom() {
    assertThat(page(timed(10, 10), timed(50, 50))).doesNotContain("How long cases take");
  }

  private static String page(Report before, Report now) {
    Report compared = now.withBaseline(before.run());
    return ComparisonPage.write(compared, compared.comparison().orElseThrow());
  }

  private static Report timed(int... millis) {
    Report one = SampleReport.of(Verdict.PASS);
    RunResult run = one.run();
    CaseResult result = run.cases().get(0);
    var attempts = new ArrayList<Attempt>();
    for (int i = 0; i < millis.length; i++) {
      Attempt once = result.worst();
      attempts.add(
          new Attempt(
              i + 1, once.verdict(), once.observed(), millis[i] * 1_000_000L, once.transcript()));
    }
    return new Report(
        one.tool(), run.with(List.of(new CaseResult(result.info(), attempts))), one.command());
  }
}
