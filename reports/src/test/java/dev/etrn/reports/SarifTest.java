package dev.etrn.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.etrn.reports.badge.BadgeJson;
import dev.etrn.reports.sarif.SarifJson;
import dev.etrn.suites.judge.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SarifTest {

  @Test
  void rendersEveryVerdict() throws IOException {
    GoldenFile.assertSame("results.sarif", SarifJson.write(SampleReport.everyVerdict()));
  }

  @Test
  void rendersWaiversAndBaseline() throws IOException {
    GoldenFile.assertSame("expected.sarif", SarifJson.write(SampleReport.compared()));
  }

  @Test
  void fitsTheOfficialSchema() throws IOException {
    Schema schema = officialSchema();
    for (Report report :
        List.of(
            SampleReport.of(),
            SampleReport.everyVerdict(),
            SampleReport.waived(),
            SampleReport.compared())) {
      assertThat(schema.validate(read(report))).isEmpty();
    }
    JsonNode wrong = read(SampleReport.everyVerdict());
    ((ObjectNode) wrong.at("/runs/0/results/0")).put("level", "dreadful");
    assertThat(schema.validate(wrong)).isNotEmpty();
  }

  @Test
  void pointsEachResultAtItsRule() throws IOException {
    JsonNode run = read(SampleReport.everyVerdict()).at("/runs/0");
    assertThat(run.get("results")).hasSize(3);
    for (JsonNode result : run.get("results")) {
      JsonNode rule = run.at("/tool/driver/rules").get(result.get("ruleIndex").asInt());
      assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
    }
    assertThat(run.at("/invocations/0/toolExecutionNotifications")).hasSize(2);
    assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isFalse();
  }

  @Test
  void keepsFingerprintsFromRunToRun() throws IOException {
    var first = fingerprints(SampleReport.of(Verdict.FAIL, Verdict.WARN));
    assertThat(first).doesNotHaveDuplicates().hasSize(2);
    assertThat(fingerprints(SampleReport.of(Verdict.NOTE, Verdict.FAIL))).isEqualTo(first);
  }

  @Test
  void tellsWhatBecameOfTheBaseline() throws IOException {
    var states = new ArrayList<String>();
    Report now = SampleReport.of(Verdict.FAIL, Verdict.FAIL, Verdict.FAIL, Verdict.PASS);
    Report before = SampleReport.of(Verdict.FAIL, Verdict.PASS, Verdict.WARN, Verdict.FAIL);
    read(now.besides(before.run()))
        .at("/runs/0/results")
        .forEach(result -> states.add(result.get("baselineState").asText()));
    assertThat(states).containsExactly("unchanged", "new", "updated", "absent");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PASS PASS NOTE WARN|2 passed, 0 failed|brightgreen",
        "PASS FAIL|1 passed, 1 failed|red",
        "PASS ERROR|1 passed, 0 failed|red",
        "PASS INCONCLUSIVE|1 passed, 0 failed|yellow",
        "PASS NOT_OFFERED|not offered|lightgrey",
      })
  void rendersABadge(String verdicts, String message, String color) throws IOException {
    Verdict[] given =
        Arrays.stream(verdicts.split(" ")).map(Verdict::valueOf).toArray(Verdict[]::new);
    JsonNode badge = new ObjectMapper().readTree(BadgeJson.write(SampleReport.of(given)));
    assertThat(badge.get("schemaVersion").asInt()).isEqualTo(1);
    assertThat(badge.get("label").asText()).isEqualTo("ETRN");
    assertThat(badge.get("message").asText()).isEqualTo(message);
    assertThat(badge.get("color").asText()).isEqualTo(color);
  }

  @Test
  void rendersABadgeOfWaivers() throws IOException {
    GoldenFile.assertSame("expected-badge.json", BadgeJson.write(SampleReport.waived()));
  }

  private static List<String> fingerprints(Report report) throws IOException {
    var fingerprints = new ArrayList<String>();
    read(report)
        .at("/runs/0/results")
        .forEach(r -> fingerprints.add(r.at("/partialFingerprints/etrnCase~1v1").asText()));
    return fingerprints;
  }

  private static JsonNode read(Report report) throws IOException {
    return new ObjectMapper().readTree(SarifJson.write(report));
  }

  private static Schema officialSchema() throws IOException {
    try (var in = SarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      String schema = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);
    }
  }
}
