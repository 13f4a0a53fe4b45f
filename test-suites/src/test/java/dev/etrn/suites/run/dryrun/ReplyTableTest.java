package dev.etrn.suites.run.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.Cases;
import dev.etrn.suites.cases.Case;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.reference.EmbeddedTarget;
import dev.etrn.suites.run.dryrun.ReplyTable.Row;
import dev.etrn.suites.run.plan.CaseSelection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplyTableTest {

  @Test
  void asksTheJudgeOfTheCase() throws Exception {
    ReplyTable table = table("etrn.reply.no-argument").orElseThrow();
    assertThat(table.rows())
        .contains(
            new Row(250, Verdict.WARN, Verdict.FAIL),
            new Row(458, Verdict.NOTE, Verdict.NOTE),
            new Row(501, Verdict.PASS, Verdict.PASS));
  }

  @Test
  void seesWhatTheScriptSentBefore() throws Exception {
    assertThat(table("etrn.state.after-mail").orElseThrow().rows())
        .contains(
            new Row(250, Verdict.FAIL, Verdict.FAIL), new Row(503, Verdict.PASS, Verdict.PASS));
  }

  @Test
  void isEmptyWhereTheTextCountsToo() throws Exception {
    assertThat(table("etrn.keywords.refusals-alike")).isEmpty();
  }

  @Test
  void isEmptyWhereMailCounts() throws Exception {
    assertThat(table("etrn.effect.one-message")).isEmpty();
  }

  private static Optional<ReplyTable> table(String id) throws InterruptedException {
    Case testCase = new CaseSelection(List.of(id), List.of()).of(Cases.all()).get(0);
    return ReplyTable.of(testCase, new EmbeddedTarget().profile());
  }
}
