package dev.etrn.server.config.pmdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.config.source.ConfigurationException;
import dev.etrn.server.config.source.ConfigurationProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each example in the document on pmdf.cnf, and what the document says of it. */
class PmdfCnfDocumentTest extends WrittenConfiguration {

  private static final Path FILE = Path.of("docs/pmdf-cnf.md");
  private static final Pattern EXAMPLE = Pattern.compile("`([^`]+)`");

  /** The rules, with RULE for the rule of an example, and BLOCK for its channel. */
  private static final String FRAME =
      """
      RULE
      branch.example $U%$D@TCP-HUB

      l
      mail.home.test

      tcp_local smtp
      TCP-DAEMON

      tcp_hub smtp
      TCP-HUB

      BLOCK
      """;

  /** A row of a table: the examples of its first cell, and the second cell. */
  record Row(List<String> examples, String here) {}

  static Stream<Row> patterns() throws IOException {
    return rows("patterns");
  }

  static Stream<Row> templates() throws IOException {
    return rows("templates");
  }

  static Stream<Row> blocks() throws IOException {
    return rows("blocks");
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void saysWhatBecomesOfAPattern(Row row) throws Exception {
    expect(row, row.examples().get(0) + " $U@TCP-HUB", "tcp_x smtp\nTCP-X");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void saysWhatBecomesOfATemplate(Row row) throws Exception {
    expect(row, ".hub.example " + row.examples().get(0), "tcp_x smtp\nTCP-X");
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void saysWhatBecomesOfAChannelBlock(Row row) throws Exception {
    expect(row, ". $U%$H@TCP-HUB", String.join("\n", row.examples()));
  }

  private void expect(Row row, String rule, String block) throws IOException {
    write("etrn_access", "");
    write("pmdf.cnf", FRAME.replace("RULE", rule).replace("BLOCK", block));
    assertThat(outcome()).as(rule + " / " + block).isEqualTo(row.here());
  }

  private String outcome() {
    try {
      List<ConfigurationProblem> warnings = read().warnings();
      return warnings.isEmpty() ? "supported" : "no effect";
    } catch (ConfigurationException e) {
      return "refused";
    }
  }

  private static Stream<Row> rows(String table) throws IOException {
    String text = Files.readString(FILE).split("<!-- " + table + " -->", 2)[1];
    List<Row> rows =
        text.lines()
            .dropWhile(line -> !line.startsWith("|"))
            .takeWhile(line -> line.startsWith("|"))
            .skip(2)
            .map(PmdfCnfDocumentTest::row)
            .collect(Collectors.toList());
    assertThat(rows).isNotEmpty();
    return rows.stream();
  }

  private static Row row(String line) {
    String[] cells = line.split("\\|");
    return new Row(
        EXAMPLE.matcher(cells[1]).results().map(found -> found.group(1)).toList(),
        cells[2].strip());
  }
}
