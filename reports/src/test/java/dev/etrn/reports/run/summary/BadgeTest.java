package dev.etrn.reports.run.summary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.etrn.reports.GoldenFile;
import dev.etrn.reports.SampleReport;
import dev.etrn.reports.run.Report;
import dev.etrn.suites.judge.Verdict;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadgeTest {

  /**
   * What https://shields.io/badges/endpoint-badge says of such a file, in our words: shields
   * publishes no schema. What it does not know makes it show an error instead of the badge. Of the
   * colours these are the named ones and those with a number sign or without.
   */
  private static final String RULES =
      """
      {
        "type": "object",
        "additionalProperties": false,
        "required": ["schemaVersion", "label", "message"],
        "properties": {
          "schemaVersion": {"const": 1},
          "label": {"type": "string"},
          "message": {"type": "string", "minLength": 1},
          "color": {"$ref": "#/$defs/color"},
          "labelColor": {"$ref": "#/$defs/color"},
          "isError": {"type": "boolean"},
          "namedLogo": {"type": "string", "minLength": 1},
          "logoColor": {"$ref": "#/$defs/color"},
          "style": {"enum": ["flat", "flat-square", "plastic", "for-the-badge", "social"]}
        },
        "$defs": {
          "color": {
            "anyOf": [
              {
                "enum": ["brightgreen", "green", "yellowgreen", "yellow", "orange", "red", "blue",
                  "lightgrey"]
              },
              {"type": "string", "pattern": "^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"}
            ]
          }
        }
      }
      """;

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(RULES);

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

  @Test
  void keepsTheRulesOfShields() throws IOException {
    for (Report report :
        List.of(
            SampleReport.of(),
            SampleReport.of(Verdict.PASS),
            SampleReport.of(Verdict.NOT_OFFERED),
            SampleReport.of(Verdict.PASS, Verdict.INCONCLUSIVE),
            SampleReport.everyVerdict(),
            SampleReport.waived())) {
      assertThat(SCHEMA.validate(new ObjectMapper().readTree(BadgeJson.write(report)))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'schemaVersion': 2, 'label': '', 'message': 'x'}",
        "{'schemaVersion': 1, 'label': ''}",
        "{'schemaVersion': 1, 'label': '', 'message': ''}",
        "{'schemaVersion': 1, 'label': '', 'message': 'x', 'color': 'gren'}",
        "{'schemaVersion': 1, 'label': '', 'message': 'x', 'colour': 'red'}",
      })
  void isCheckedInEarnest(String wrong) throws IOException {
    JsonNode badge = new ObjectMapper().readTree(wrong.replace('\'', '"'));
    assertThat(SCHEMA.validate(badge)).isNotEmpty();
  }
}
