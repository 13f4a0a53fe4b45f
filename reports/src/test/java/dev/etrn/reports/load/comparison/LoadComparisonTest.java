package dev.etrn.reports.load.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.etrn.load.measure.IntervalLog;
import dev.etrn.load.measure.StepTag;
import dev.etrn.reports.load.comparison.LoadComparison.Difference;
import dev.etrn.reports.load.figures.LoadRecording;
import dev.etrn.suites.config.HarnessConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadComparisonTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path directory = Path.of("");

  @Test
  void tellsASlowerRunFromAnEqualOne() throws Exception {
    LoadComparison slower = compare(run("a", 20, 1_000_000, 5), run("b", 20, 2_000_000, 5));
    assertThat(words(slower))
        .containsExactly("no difference seen", "worse", "worse", "no difference seen");
    assertThat(slower.caveats()).isEmpty();
    LoadComparison equal = compare(run("c", 20, 1_000_000, 5), run("d", 20, 1_000_000, 5));
    assertThat(words(equal)).containsOnly("no difference seen");
  }

  @Test
  void callsMoreAnswersBetter() throws Exception {
    LoadComparison more = compare(run("a", 20, 1_000_000, 5), run("b", 20, 1_000_000, 50));
    assertThat(words(more)).first().isEqualTo("better");
  }

  @Test
  void saysNothingOfRunsThatAreTooShort() throws Exception {
    LoadComparison shortRun = compare(run("a", 9, 1_000_000, 5), run("b", 20, 2_000_000, 5));
    assertThat(shortRun.differences()).isEmpty();
    assertThat(shortRun.caveats()).singleElement().asString().contains("too short to compare");
  }

  @Test
  void saysWhatTheRunsDoNotHaveInCommon() throws Exception {
    Path other = run("b", 20, 1_000_000, 5);
    change(other, "scenario", "burst");
    change(other, "options", JSON.createObjectNode().put("rate", 7));
    change(other, "invalid", JSON.createArrayNode().add("the injector lagged"));
    assertThat(compare(run("a", 20, 1_000_000, 5), other).caveats())
        .satisfiesExactly(
            caveat -> assertThat(caveat).endsWith("b is not valid: the injector lagged"),
            caveat -> assertThat(caveat).isEqualTo("the scenarios differ: soak and burst"),
            caveat -> assertThat(caveat).isEqualTo("the options differ: rate 5; and rate 7"));
  }

  @Test
  void writesTablesAndAPageThatNeedsNothingElse() throws Exception {
    Path before = run("a", 20, 1_000_000, 5);
    Path after = run("b", 20, 2_000_000, 5);
    change(after, "target", JSON.createObjectNode().put("name", "<script>alert(1)</script>"));
    times(before);
    var table = new LoadComparisonReport(List.of(compare(before, after)));
    Path out = directory.resolve("out");
    table.write(out);
    assertThat(out.resolve("summary.md")).content().contains("| 1.00 ms | 2.00 ms |");
    JsonNode p99 =
        JSON.readTree(out.resolve("comparison.json").toFile()).at("/comparisons/0/differences/p99");
    assertThat(p99.get("low").asDouble()).isPositive().isLessThan(p99.get("high").asDouble());
    assertThat(out.resolve("report.html"))
        .content()
        .contains("uPlot", "&lt;script&gt;alert(1)", "\"at\":[1.0,")
        .doesNotContain("<script>alert(1)", "src=")
        .doesNotContainPattern("href=[\"']?(?:https?:)?//");
  }

  @Test
  void refusesWhatIsNoLoadRun() throws IOException {
    Path file = Files.writeString(directory.resolve("load.json"), "{\"schema\": 2}");
    assertThatThrownBy(() -> LoadRecording.read(file))
        .isInstanceOf(HarnessConfigurationException.class)
        .hasMessageEndingWith("is not a load.json of version 1: name one that etrn load wrote");
    Files.writeString(file, "{");
    assertThatThrownBy(() -> LoadRecording.read(file)).hasMessageContaining("is not JSON");
  }

  private static List<String> words(LoadComparison comparison) {
    return comparison.differences().stream().map(Difference::word).toList();
  }

  private static LoadComparison compare(Path before, Path after)
      throws HarnessConfigurationException {
    return LoadComparison.of(LoadRecording.read(before), LoadRecording.read(after));
  }

  /** Writes a run whose times vary a little around {@code nanos}. */
  private Path run(String name, int seconds, long nanos, long etrns) throws IOException {
    Path run = Files.createDirectory(directory.resolve(name));
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", 1).put("scenario", "soak");
    root.putObject("target").put("name", "embedded");
    root.putObject("options").put("rate", 5);
    root.putArray("invalid");
    var timeline = root.putArray("timeline");
    for (int second = 0; second < seconds; second++) {
      timeline
          .addObject()
          .put("second", second)
          .put("etrns", etrns)
          .put("errors", 0)
          .put("p50", nanos + (second * 7L % 5 - 2) * 10_000)
          .put("p99", 3 * nanos + (second * 3L % 5 - 2) * 10_000);
    }
    JSON.writeValue(run.resolve("load.json").toFile(), root);
    return run;
  }

  private static void change(Path run, String key, Object value) throws IOException {
    var root = (ObjectNode) JSON.readTree(run.resolve("load.json").toFile());
    root.set(key, JSON.valueToTree(value));
    JSON.writeValue(run.resolve("load.json").toFile(), root);
  }

  private static void times(Path run) throws IOException {
    Path log = Files.createDirectory(run.resolve("injector-1")).resolve("injector.hlog");
    try (var written = new IntervalLog(log, System.currentTimeMillis())) {
      for (int i = 0; i < 100; i++) {
        written.record(StepTag.parse("partners.RESPONSE.251"), 1_000_000 + i);
      }
    }
  }
}
