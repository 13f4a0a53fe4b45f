package dev.etrn.reports.load.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.etrn.load.measure.StepTag;
import dev.etrn.suites.config.HarnessConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Recordings of two versions of the tool: one that wrote only the keys of steps, and a later one.
 */
class LoadRecordingTest {

  private static final Path RUNS = Path.of("src/test/resources/dev/etrn/reports/load");
  private static final String BY_KEY = "steps-by-key";
  private static final String WITH_FIELDS = "steps-with-fields";
  private static final Path SCHEMA =
      Path.of("src/main/resources/dev/etrn/reports/schema/load.schema.json");

  @TempDir private Path directory = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {BY_KEY, WITH_FIELDS})
  void readsWhatEachVersionWrote(String name) throws Exception {
    LoadRecording run = LoadRecording.read(RUNS.resolve(name));
    assertThat(run.scenario()).isEqualTo("monopoly");
    assertThat(run.seconds()).hasSizeGreaterThan(3);
    assertThat(PopulationSeries.in(run).rows())
        .extracting(row -> row.get("who"))
        .containsExactly("polite", "greedy");
    JsonNode steps = json(name).path("steps");
    assertThat(steps).hasSize(run.times().tags().size());
    for (StepTag tag : run.times().tags()) {
      assertThat(steps.path(tag.text()).path("count").asLong())
          .as(tag.text())
          .isEqualTo(run.times().total(tag).getTotalCount());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {BY_KEY, WITH_FIELDS})
  void areWhatTheSchemaDescribes(String name) throws Exception {
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    var schema = registry.getSchema(Files.readString(SCHEMA));
    JsonNode load = json(name);
    assertThat(schema.validate(load)).isEmpty();
    ((ObjectNode) load.path("steps").path("polite.ETRN.253")).remove("outcome");
    assertThat(schema.validate(load).isEmpty()).isEqualTo(name.equals(BY_KEY));
  }

  @Test
  void haveThePartsOfEachKeyAsFields() throws IOException {
    for (var step : json(WITH_FIELDS).path("steps").properties()) {
      StepTag tag = StepTag.parse(step.getKey());
      JsonNode fields = step.getValue();
      assertThat(fields.path("population").asText()).isEqualTo(tag.population());
      assertThat(fields.path("step").asText()).isEqualTo(tag.stepName());
      assertThat(fields.path("outcome").asText()).isEqualTo(tag.outcome().text());
      assertThat(fields.path("code").asInt()).isEqualTo(tag.code().orElse(0));
    }
  }

  @Test
  void namesTheTagThatItDoesNotKnow() throws IOException {
    Path log = Files.createDirectory(directory.resolve("injector-1")).resolve("injector.hlog");
    Files.copy(RUNS.resolve(BY_KEY).resolve("load.json"), directory.resolve("load.json"));
    String times = Files.readString(RUNS.resolve(BY_KEY).resolve("injector-1/injector.hlog"));
    Files.writeString(log, times.replace("polite.ETRN.", "polite.\u001BVRFY."));
    assertThatThrownBy(() -> LoadRecording.read(directory))
        .isInstanceOf(HarnessConfigurationException.class)
        .hasMessageStartingWith("cannot read the times beside " + directory)
        .hasMessageContaining("injector.hlog has the tag 'polite.")
        .hasMessageEndingWith(
            "which this version of etrn does not know: use the version that wrote it")
        .message()
        .doesNotContain("\u001B");
  }

  private static JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(RUNS.resolve(name).resolve("load.json").toFile());
  }
}
