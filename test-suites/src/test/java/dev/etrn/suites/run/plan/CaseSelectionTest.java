package dev.etrn.suites.run.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.Cases;
import dev.etrn.suites.catalogue.Need;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseSelectionTest {

  @Test
  void takesAllWithoutGlobsButThoseThatNeedPatience() {
    assertThat(CaseSelection.everything().of(Cases.all()))
        .isEqualTo(
            Cases.all().stream().filter(c -> !c.info().needs().contains(Need.SLOW)).toList());
    assertThat(ids(List.of("etrn.state.idle"), List.of())).containsExactly("etrn.state.idle");
    assertThat(ids(List.of("etrn.state.*"), List.of())).doesNotContain("etrn.state.idle");
  }

  @Test
  void takesCasesByIdAndRequirementInAnyCase() {
    assertThat(ids(List.of("etrn.reply.no-argument"), List.of()))
        .containsExactly("etrn.reply.no-argument");
    assertThat(ids(List.of("etrn-038"), List.of())).containsExactly("etrn.reply.no-argument");
    assertThat(ids(List.of("ETRN.KEYWORDS.*"), List.of())).hasSize(12);
    assertThat(ids(List.of("etrn.keywords.onc?"), List.of())).hasSize(1);
  }

  @Test
  void leavesOutWhatIsExcluded() {
    assertThat(ids(List.of("etrn.keywords.*"), List.of("ETRN-003")))
        .doesNotContain("etrn.keywords.once")
        .hasSize(11);
  }

  @Test
  void takesAGlobAsWrittenAndNotAsARegularExpression() {
    assertThat(ids(List.of("etrn.keywords.(once)"), List.of())).isEmpty();
    assertThat(ids(List.of("etrn\\E.*"), List.of())).isEmpty();
  }

  private static List<String> ids(List<String> include, List<String> exclude) {
    return new CaseSelection(include, exclude)
        .of(Cases.all()).stream().map(testCase -> testCase.info().id()).toList();
  }
}
