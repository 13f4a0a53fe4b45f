package dev.etrn.reports.browser.page;

import dev.etrn.reports.SampleLoad;
import dev.etrn.reports.SampleReport;
import dev.etrn.reports.ToolInfo;
import dev.etrn.reports.html.cases.ComparisonPage;
import dev.etrn.reports.html.cases.MatrixPage;
import dev.etrn.reports.html.cases.RunPage;
import dev.etrn.reports.load.LoadPage;
import dev.etrn.reports.matrix.Matrix;
import dev.etrn.reports.matrix.Matrix.Column;
import dev.etrn.reports.run.Report;
import dev.etrn.suites.Cases;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A page of each kind, with everything that it can show. */
enum SamplePage {
  REPORT,
  WAIVED_REPORT,
  MATRIX,
  COMPARISON,
  LOAD,
  LOADS;

  private static final List<Verdict> VERDICTS = List.of(Verdict.values());

  /** Returns a report of all cases, with every verdict many times. */
  static Report report() {
    return report(0);
  }

  static Matrix matrix() {
    Report first = report(0);
    return new Matrix(
        first.tool(),
        List.of(
            Column.of("postfix", first),
            Column.of("exim", report(3)),
            Column.of("waived", SampleReport.waived()),
            Column.notRun("gone", "no engine answers <b>|")),
        first.run().cases().stream().map(CaseResult::info).toList());
  }

  /** Returns the page as a file in this directory. */
  Path in(Path directory) throws Exception {
    return file(directory, html(directory));
  }

  static Path file(Path directory, String html) throws IOException {
    return Files.writeString(directory.resolve("page.html"), html);
  }

  private String html(Path directory) throws Exception {
    return switch (this) {
      case REPORT -> RunPage.write(report());
      case WAIVED_REPORT -> RunPage.write(SampleReport.compared());
      case MATRIX -> MatrixPage.write(matrix());
      case COMPARISON -> comparison(SampleReport.compared());
      case LOAD ->
          LoadPage.write(
              SampleLoad.against(SampleLoads.HOSTILE, directory),
              new ToolInfo("1.2.3", "abc1234", "17"));
      case LOADS -> SampleLoads.page(directory);
    };
  }

  private static String comparison(Report compared) {
    return ComparisonPage.write(compared, compared.comparison().orElseThrow());
  }

  private static Report report(int first) {
    Verdict[] verdicts = new Verdict[Cases.all().size()];
    for (int i = 0; i < verdicts.length; i++) {
      verdicts[i] = VERDICTS.get((i + first) % VERDICTS.size());
    }
    return SampleReport.of(verdicts);
  }
}
