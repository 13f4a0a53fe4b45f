package dev.etrn.reports.run.sarif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.etrn.reports.GoldenFile;
import dev.etrn.reports.SampleReport;
import dev.etrn.reports.run.Report;
import dev.etrn.suites.judge.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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
  @Tag("slow")
  void isReadByALibraryOfOthersThatTakesNothingUnknown() throws IOException {
    ObjectMapper strict =
        new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    Run run =
        strict
            .readValue(SarifJson.write(SampleReport.compared()), SarifSchema210.class)
            .getRuns()
            .get(0);
    List<String> rules =
        run.getTool().getDriver().getRules().stream().map(ReportingDescriptor::getId).toList();
    assertThat(run.getResults()).hasSizeGreaterThan(3);
    for (Result result : run.getResults()) {
      if (result.getBaselineState() != Result.BaselineState.ABSENT) {
        assertThat(rules.get(result.getRuleIndex())).isEqualTo(result.getRuleId());
      }
      assertThat(result.getMessage().getText()).isNotBlank();
      assertThat(result.getLocations().get(0).getPhysicalLocation().getArtifactLocation().getUri())
          .startsWith("transcripts/");
    }
    String wrong =
        SarifJson.write(SampleReport.of(Verdict.FAIL)).replace("\"ruleId\"", "\"ruleID\"");
    assertThatThrownBy(() -> strict.readValue(wrong, SarifSchema210.class))
        .isInstanceOf(UnrecognizedPropertyException.class);
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
    read(now.withBaseline(before.run()))
        .at("/runs/0/results")
        .forEach(result -> states.add(result.get("baselineState").asText()));
    assertThat(states).containsExactly("unchanged", "new", "updated", "absent");
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
