package dev.etrn.reports.browser.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.etrn.reports.SampleReport;
import dev.etrn.reports.ToolInfo;
import dev.etrn.reports.browser.NeedsBrowser;
import dev.etrn.reports.browser.OpenPage;
import dev.etrn.reports.browser.View;
import dev.etrn.reports.html.cases.MatrixPage;
import dev.etrn.reports.html.cases.RunPage;
import dev.etrn.reports.matrix.Matrix;
import dev.etrn.reports.matrix.Matrix.Column;
import dev.etrn.reports.run.Report;
import dev.etrn.suites.Cases;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.Runner;
import dev.etrn.suites.run.plan.CaseSelection;
import dev.etrn.suites.run.plan.RunPlan;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.targets.RemoteTarget;
import dev.etrn.suites.targets.profile.Nodes;
import dev.etrn.suites.targets.profile.TargetProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The output of a hostile target in real runs, which stays text in the pages. */
@NeedsBrowser
class HostileTargetIT {

  private static final int MEGABYTE = 1 << 20;
  private static final Duration OPENS_WITHIN = Duration.ofSeconds(10);
  private static final List<String> CASES =
      List.of("etrn.keywords.*", "etrn.reply.unknown-node", "etrn.reply.no-argument");
  private static final String FOREIGN =
      "() => document.querySelectorAll('script, img, svg, iframe, object, link, base,"
          + " form').length";

  @TempDir private Path directory = Path.of("");

  @Test
  void leavesMarkupOfTheTargetTextInAReport(Browser browser) throws Exception {
    Report report = runAgainst(1);
    int known = foreign(browser, RunPage.write(SampleReport.of()));
    Path file = SamplePage.file(directory, RunPage.write(report));
    for (CaseResult result : report.run().cases()) {
      try (var open = OpenPage.of(browser, View.DESK, file, result.info().id())) {
        assertThat(open.drawer()).containsText(result.info().title());
        assertUntouched(open, file);
        assertThat(open.number(FOREIGN)).isEqualTo(known);
      }
    }
  }

  @Test
  void leavesMarkupOfTheTargetTextInAMatrix(Browser browser) throws Exception {
    Report report = runAgainst(1);
    int known = foreign(browser, matrix(SampleReport.of()));
    Path file = SamplePage.file(directory, matrix(report));
    String id = unknownNode(report).info().id();
    try (var open = OpenPage.of(browser, View.DESK, file, "hostile/" + id)) {
      assertThat(open.drawer()).isVisible();
      assertUntouched(open, file);
      assertThat(open.number(FOREIGN)).isEqualTo(known);
    }
  }

  @Test
  void showsInTheTranscriptWhatTheTargetSent(Browser browser) throws Exception {
    Report report = runAgainst(1);
    Path file = SamplePage.file(directory, RunPage.write(report));
    try (var open = OpenPage.of(browser, View.DESK, file, unknownNode(report).info().id())) {
      assertThat(open.drawer().locator(".transcript").innerText())
          .contains(
              "</script><script>window.pwned=1</script> \"><img src=x onerror=window.pwned=1>")
          .contains("${7*7} <#assign x=1>")
          .contains("\\x1B[31m\\x1B]0;title\\x07 \\x00\\x08 \\xE2\\x80\\xAE");
    }
  }

  @Test
  void opensQuicklyAndStaysSmallWhenATargetSendsMegabytes(Browser browser) throws Exception {
    Report report = runAgainst(20_000);
    CaseResult result = unknownNode(report);
    // The harness keeps the beginning of what a target says.
    assertThat(received(report)).isBetween(MEGABYTE / 16L, (long) MEGABYTE);
    Path file = SamplePage.file(directory, RunPage.write(report));
    assertThat(Files.size(file)).isLessThan(4 * MEGABYTE);
    long began = System.nanoTime();
    try (var open = OpenPage.of(browser, View.DESK, file, result.info().id())) {
      assertThat(open.drawer()).containsText(" characters)");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(OPENS_WITHIN);
      assertUntouched(open, file);
    }
  }

  private static void assertUntouched(OpenPage open, Path file) {
    assertThat(open.texts("() => [typeof window.pwned]")).containsExactly("undefined");
    assertThat(open.complaints()).isEmpty();
    assertThat(open.requests()).hasSize(1).allMatch(url -> url.startsWith(file.toUri().toString()));
    assertThat(open.page().locator("body").innerText())
        .matches("[^\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u202E]*");
  }

  private int foreign(Browser browser, String html) throws Exception {
    Path empty = Files.writeString(directory.resolve("empty.html"), html);
    try (var open = OpenPage.of(browser, View.DESK, empty)) {
      return open.number(FOREIGN);
    }
  }

  private static String matrix(Report report) {
    return MatrixPage.write(
        new Matrix(
            report.tool(),
            List.of(Column.of("hostile", report)),
            report.run().cases().stream().map(CaseResult::info).toList()));
  }

  private static CaseResult unknownNode(Report report) {
    return report.run().cases().stream()
        .filter(result -> result.info().id().equals("etrn.reply.unknown-node"))
        .findFirst()
        .orElseThrow();
  }

  private static long received(Report report) {
    return dev.etrn.suites.transcript.text.TranscriptText.write(unknownNode(report).transcript())
        .length();
  }

  private static Report runAgainst(int lines) throws Exception {
    try (var server = new HostileServer(lines)) {
      var wait = Duration.ofSeconds(3);
      var nodes = Nodes.NONE.withPermitted("branch.example").withUnknown("unknown.example");
      var profile = new TargetProfile(nodes, false, wait, wait, wait, OptionalInt.empty(), false);
      var target = new RemoteTarget("hostile", server.address(), profile, Optional.empty());
      var cases = new CaseSelection(CASES, List.of()).of(Cases.all());
      var plan = new RunPlan(target, cases, Profile.DEFAULT, 1);
      var run = new Runner(plan, new RunListener() {}).run();
      return new Report(ToolInfo.current(), run, "./etrn verify --target 127.0.0.1:2525");
    }
  }
}
