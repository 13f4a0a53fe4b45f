package dev.etrn.reports.run.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.etrn.reports.ProgramOnPath;
import dev.etrn.reports.SampleReport;
import dev.etrn.reports.run.Report;
import dev.etrn.suites.judge.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The file {@code badge.json}, as shields.io's own package reads and draws it. */
class BadgeMakerIT {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern FIELD =
      Pattern.compile("<rect [^>]*height=\"20\" fill=\"(#\\w+)\"/>");

  @TempDir private static Path directory = Path.of("");

  @BeforeAll
  static void install() throws Exception {
    var maker = new BadgeMaker(directory);
    boolean required = "true".equals(System.getenv("ETRN_REQUIRE_NPM"));
    boolean exists = required || (ProgramOnPath.exists("npm") && ProgramOnPath.exists("node"));
    if (!exists || maker.install().code() != 0) {
      String missing = "badge.json is not drawn: install npm, and let it reach its registry";
      assertThat(required).as(missing).isFalse();
      LoggerFactory.getLogger(BadgeMakerIT.class).warn(missing);
      abort(missing);
    }
  }

  @Test
  void isDrawnWithItsTextAndItsColour() throws Exception {
    for (Report report :
        List.of(
            SampleReport.of(Verdict.PASS),
            SampleReport.of(Verdict.FAIL),
            SampleReport.of(Verdict.NOT_OFFERED),
            SampleReport.of(Verdict.PASS, Verdict.INCONCLUSIVE),
            SampleReport.waived())) {
      var badge = (ObjectNode) MAPPER.readTree(BadgeJson.write(report));
      String message = badge.get("message").asText();
      assertThat(draw(badge)).contains("<title>ETRN: " + message + "</title>");
      assertThat(isKnown(badge.get("color").asText())).isTrue();
    }
  }

  @Test
  void isReadInEarnest() throws Exception {
    ObjectNode badge = MAPPER.createObjectNode().put("label", "ETRN");
    assertThat(new BadgeMaker(directory).draw(badge.toString()).code()).isNotZero();
    BadgeMaker.Run run = new BadgeMaker(directory).draw(badge.put("message", 3).toString());
    assertThat(run.code()).isNotZero();
    assertThat(run.said()).contains("Field `message` must be of type string");
    assertThat(isKnown("gren")).isFalse();
  }

  /**
   * Returns true if a colour is known; an unknown one is ignored, and the label gets another
   * colour.
   */
  private static boolean isKnown(String color) throws Exception {
    ObjectNode badge = MAPPER.createObjectNode().put("label", "ETRN").put("message", "x");
    String drawn = draw(badge.put("color", color).put("labelColor", color));
    List<String> fields =
        FIELD.matcher(drawn).results().map((MatchResult found) -> found.group(1)).toList();
    assertThat(fields).as(drawn).hasSize(2);
    return fields.get(0).equals(fields.get(1));
  }

  private static String draw(ObjectNode badge) throws Exception {
    BadgeMaker.Run run = new BadgeMaker(directory).draw(badge.toString());
    assertThat(run.code()).as(run.said()).isZero();
    return run.said();
  }
}
