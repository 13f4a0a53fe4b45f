package dev.etrn.reports.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.etrn.reports.cli.ShellRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The composite action, by GitHub's schema and in bash. */
class GithubActionTest {

  @TempDir private Path directory = Path.of("");

  @Test
  void fitsGithubsSchemaOfActions() throws IOException {
    assertThat(
            PipelineFile.github("github-action.json")
                .validate("action-root-strict", PipelineFile.yaml("action.yml")))
        .isEmpty();
  }

  @Test
  void comesWithAWorkflowThatFitsGithubsSchema() throws IOException {
    JsonNode workflow = PipelineFile.yaml("reports/docs/ci/github.yml");
    assertThat(
            PipelineFile.github("github-workflow.json").validate("workflow-root-strict", workflow))
        .isEmpty();
    JsonNode inputs = PipelineFile.yaml("action.yml").get("inputs");
    for (JsonNode step : workflow.at("/jobs/verify/steps")) {
      if (step.path("uses").asText().contains("etrn")) {
        step.get("with")
            .fieldNames()
            .forEachRemaining(name -> assertThat(inputs.has(name)).isTrue());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/runs/using, composit",
    "/runs/steps/0/shel, bash",
    "/inputs/target/required, perhaps",
    "/branding/color, pink",
    "/brandin, x",
  })
  void isCheckedInEarnest(String place, String value) throws IOException {
    JsonNode action = PipelineFile.yaml("action.yml");
    int slash = place.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) action.at(place.substring(0, slash));
    parent.put(place.substring(slash + 1), value);
    assertThat(PipelineFile.github("github-action.json").validate("action-root-strict", action))
        .isNotEmpty();
  }

  @Test
  @Tag("slow")
  void verifiesAndPutsTheSummaryIntoTheJob() throws Exception {
    ShellRun run = step(Map.of("ETRN_SELECT", "etrn.reply.no-argument\netrn.keywords.once\n"));
    assertThat(run.code()).as(run.said()).isZero();
    assertThat(run.said()).contains("2 cases: PASS 2; the report is in etrn-out");
    assertThat(directory.resolve("output")).hasContent("exit-code=0\nresults=etrn-out\n");
    assertThat(directory.resolve("summary")).content().contains("\n# ETRN: ");
  }

  @Test
  @Tag("slow")
  void failsWithTheExitCodeAndStillTellsIt() throws Exception {
    ShellRun run = step(Map.of("ETRN_TARGET", "127.0.0.1:1", "ETRN_SELECT", "etrn.*"));
    assertThat(run.code()).as(run.said()).isEqualTo(69);
    assertThat(directory.resolve("output")).content().startsWith("exit-code=69\n");
    assertThat(directory.resolve("summary")).doesNotExist();
  }

  @Test
  @Tag("slow")
  void readsNoInputAsShell() throws Exception {
    ShellRun run = step(Map.of("ETRN_SELECT", "$(touch owned)", "ETRN_TARGET", "`touch owned`"));
    assertThat(run.code()).isEqualTo(65);
    assertThat(directory.resolve("owned")).doesNotExist();
  }

  /** Runs the first step with the defaults of the inputs, except for {@code given}. */
  private ShellRun step(Map<String, String> given) throws Exception {
    JsonNode action = PipelineFile.yaml("action.yml");
    JsonNode step = action.at("/runs/steps/0");
    var variables = new HashMap<String, String>();
    step.get("env")
        .properties()
        .forEach(
            one -> {
              String input =
                  one.getValue().asText().replaceAll("\\$\\{\\{ inputs\\.([a-z-]+) }}", "$1");
              variables.put(
                  one.getKey(), action.at("/inputs/" + input + "/default").asText("no such input"));
            });
    variables.putAll(given);
    variables.put("GITHUB_ACTION_PATH", directory.resolve(".bin").toString());
    variables.put("GITHUB_OUTPUT", directory.resolve("output").toString());
    variables.put("GITHUB_STEP_SUMMARY", directory.resolve("summary").toString());
    assertThat(variables).doesNotContainValue("no such input");
    return ShellRun.of(directory, variables, step.get("run").asText());
  }
}
