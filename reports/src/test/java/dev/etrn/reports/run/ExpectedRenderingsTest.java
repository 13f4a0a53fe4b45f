package dev.etrn.reports.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.reports.GoldenFile;
import dev.etrn.reports.SampleReport;
import dev.etrn.reports.comparison.Comparison;
import dev.etrn.reports.html.cases.ComparisonPage;
import dev.etrn.reports.html.cases.RunPage;
import dev.etrn.reports.run.summary.MarkdownSummary;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The renderings of a run with waivers and a baseline. */
class ExpectedRenderingsTest extends RenderedReport {

  private final Report report = SampleReport.compared();

  @Override
  Report report() {
    return report;
  }

  @Override
  String golden(String rendering) {
    return "expected" + rendering.substring(rendering.lastIndexOf('.'));
  }

  @Test
  void rendersTheComparisonAsAPageOfItsOwn() throws IOException {
    Comparison comparison = report.comparison().orElseThrow();
    GoldenFile.assertSamePage("compare.html", ComparisonPage.write(report, comparison));
  }

  @Test
  void keepsMarkupOutOfWaivers() {
    assertThat(RunPage.write(report)).doesNotContain("<b>").doesNotContain("<script>alert");
    assertThat(MarkdownSummary.write(report)).doesNotContain("<b>").doesNotContain("\n# x");
  }
}
