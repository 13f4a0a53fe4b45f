package dev.etrn.reports.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files for pipelines, and the schemas that they are checked by. */
final class PipelineFile {

  private static final Path ROOT = Path.of("..");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private PipelineFile() {}

  /**
   * Reads a file of YAML.
   *
   * @param path the path from the top of the project
   */
  static JsonNode yaml(String path) throws IOException {
    return parse(text(path));
  }

  static JsonNode parse(String yaml) {
    return MAPPER.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
  }

  static String text(String path) throws IOException {
    return Files.readString(ROOT.resolve(path));
  }

  static String schema(String name) throws IOException {
    try (InputStream in = PipelineFile.class.getResourceAsStream("/schemas/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static GithubSchema github(String name) throws IOException {
    return new GithubSchema(MAPPER.readTree(schema(name)));
  }
}
