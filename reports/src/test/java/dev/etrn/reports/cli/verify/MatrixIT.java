package dev.etrn.reports.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.etrn.reports.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole matrix: green with the waivers of each MTA, and red when anything changes. */
@EnabledIf("dev.etrn.reports.cli.Containers#canRun")
class MatrixIT {

  private static final Set<String> TO_BE_WAIVED = Set.of("FAIL", "WARN", "INCONCLUSIVE", "ERROR");

  private static final List<String> RELEASING =
      List.of("one-message", "five-messages", "fifty-messages", "sibling-stays", "quit-at-once");

  private static Path directory;
  private static CommandRun run;
  private static JsonNode matrix;

  @BeforeAll
  static void runIt(@TempDir Path out) throws IOException {
    directory = out;
    run =
        CommandRun.of(
            "matrix",
            "--mta",
            "all",
            "--parallel",
            "4",
            "--releases",
            "2",
            "--out",
            directory.toString());
    matrix = new ObjectMapper().readTree(Files.readString(directory.resolve("matrix.json")));
  }

  @Test
  void endsAsExpected() {
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }

  @Test
  void findsNoDeviationThatNoWaiverExplains() {
    var unexplained = new ArrayList<String>();
    for (JsonNode testCase : matrix.get("cases")) {
      testCase
          .get("verdicts")
          .properties()
          .forEach(
              cell -> {
                JsonNode result = cell.getValue();
                if (TO_BE_WAIVED.contains(result.get("verdict").asText())
                    && !result.path("expectation").asText().equals("xfail")) {
                  unexplained.add(
                      cell.getKey()
                          + ": "
                          + result.get("verdict").asText()
                          + " "
                          + testCase.get("id").asText()
                          + ": "
                          + result.get("observed").asText());
                }
              });
    }
    assertThat(unexplained).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postfix",
        "postfix-backoff",
        "exim-command",
        "sendmail",
        "sendmail-checked",
        "reference"
      })
  void seesMailHeldAndReleased(String mta) {
    for (String id : RELEASING) {
      assertThat(verdict("etrn.effect." + id, mta)).as(id).isEqualTo("PASS");
    }
    for (JsonNode target : matrix.get("targets")) {
      if (target.get("name").asText().equals(mta)) {
        // Not every release can be timed: Postfix may send mail at once that comes behind a run.
        assertThat(target.get("releases"))
            .extracting(r -> r.get("messages").asInt())
            .isNotEmpty()
            .isSubsetOf(1, 5, 50);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"courier", "opensmtpd"})
  void seesThatEtrnIsNotOffered(String mta) {
    assertThat(verdict("etrn.keywords.announced", mta)).isEqualTo("NOT_OFFERED");
    assertThat(verdict("etrn.effect.one-message", mta)).isEqualTo("NOT_OFFERED");
  }

  @Test
  void keepsTheEvidenceOfEachCell() {
    for (JsonNode testCase : matrix.get("cases")) {
      for (JsonNode cell : testCase.get("verdicts")) {
        assertThat(directory.resolve(cell.get("transcript").asText())).isNotEmptyFile();
      }
    }
    assertThat(directory.resolve("matrix.html")).isNotEmptyFile();
    assertThat(directory.resolve("postfix/report.html")).isNotEmptyFile();
  }

  private static String verdict(String id, String mta) {
    for (JsonNode testCase : matrix.get("cases")) {
      if (testCase.get("id").asText().equals(id)) {
        return testCase.get("verdicts").get(mta).get("verdict").asText();
      }
    }
    throw new AssertionError("no case " + id);
  }
}
