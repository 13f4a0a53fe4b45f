package dev.etrn.reports.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.etrn.reports.cli.ShellRun;
import dev.etrn.reports.cli.exit.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The template for GitLab, by GitLab's schema and in a shell. */
class GitlabTemplateTest {

  private static final String FILE = "reports/docs/ci/gitlab-ci.yml";

  @TempDir private Path directory = Path.of("");

  @Test
  void fitsGitlabsSchema() throws IOException {
    assertThat(schema().validate(job())).isEmpty();
    assertThat(schema().validate(PipelineFile.parse(example()))).isEmpty();
  }

  @Test
  void isCheckedInEarnest() throws IOException {
    JsonNode wrong = job();
    ((ObjectNode) wrong.at("/etrn/artifacts")).put("when", "sometimes");
    assertThat(schema().validate(wrong)).isNotEmpty();
  }

  @Test
  @Tag("slow")
  void verifiesWithWhatTheVariablesSay() throws Exception {
    ShellRun run = job(Map.of("ETRN_OPTIONS", "--select etrn.reply.no-argument --quiet"));
    assertThat(run.code()).as(run.said()).isZero();
    assertThat(run.said()).isEqualTo("1 case: PASS 1; the report is in etrn-out\n");
    JsonNode junit = PipelineFile.yaml(FILE).at("/.etrn/artifacts/reports/junit");
    assertThat(directory.resolve(junit.asText())).isNotEmptyFile();
  }

  @Test
  @Tag("slow")
  void warnsOfWhatIsInconclusiveAlone() throws Exception {
    JsonNode allowed = PipelineFile.yaml(FILE).at("/.etrn/allow_failure/exit_codes");
    assertThat(allowed.asInt()).isEqualTo(ExitCode.INCONCLUSIVE.number());
    assertThat(job(Map.of("ETRN_TARGET", "127.0.0.1:1")).code())
        .isEqualTo(ExitCode.TARGET_UNREACHABLE.number());
  }

  private ShellRun job(Map<String, String> given) throws Exception {
    JsonNode job = PipelineFile.yaml(FILE).get(".etrn");
    var variables = new HashMap<String, String>();
    job.get("variables")
        .properties()
        .forEach(v -> variables.put(v.getKey(), v.getValue().asText()));
    variables.putAll(given);
    var script = new StringBuilder();
    job.get("script").forEach(line -> script.append(line.asText()).append('\n'));
    return ShellRun.of(directory, variables, script.toString());
  }

  /**
   * Returns the template as a job that is not hidden, since the schema does not check hidden ones.
   */
  private static JsonNode job() throws IOException {
    return PipelineFile.parse(PipelineFile.text(FILE).replace("\n.etrn:", "\netrn:"));
  }

  /** Returns the example in the comment at the top. */
  private static String example() throws IOException {
    var example = new StringBuilder();
    PipelineFile.text(FILE)
        .lines()
        .filter(line -> line.startsWith("#   "))
        .forEach(line -> example.append(line.substring(4)).append('\n'));
    assertThat(example.toString()).contains("extends: .etrn");
    return example.toString();
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(PipelineFile.schema("gitlab-ci.json"));
  }
}
