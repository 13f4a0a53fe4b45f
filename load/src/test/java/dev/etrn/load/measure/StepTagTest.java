package dev.etrn.load.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.load.measure.StepOutcome.Failed;
import dev.etrn.load.measure.StepOutcome.Replied;
import dev.etrn.load.measure.StepOutcome.Unreplied;
import dev.etrn.load.measure.StepTag.Span;
import dev.etrn.load.protocol.Step;
import dev.etrn.load.protocol.StepError;
import dev.etrn.load.protocol.StepResult;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepTagTest {

  @Test
  void hasOneTextForEachKindOfTime() {
    StepResult answered = result(Step.ETRN, "partners", 250, null);
    StepResult refused = result(Step.CONNECT, "partners", 0, StepError.REFUSED);
    assertThat(StepTag.of(answered).text()).isEqualTo("partners.ETRN.250");
    assertThat(StepTag.ofResponse(answered).text()).isEqualTo("partners.RESPONSE.250");
    assertThat(StepTag.of(refused).text()).isEqualTo("partners.CONNECT.REFUSED");
    assertThat(StepTag.of(result(Step.TLS, "partners", 0, null)).text()).endsWith(".TLS.OK");
    assertThat(StepTag.ofLag("partners").text()).isEqualTo("injector.LAG.partners");
  }

  @Test
  void takesAnEtrnThatIsLeftUnansweredForAnEtrn() {
    var dropped = new StepResult(Step.DROP, "partners", 1, "a.example", 0, null, true, 0, 0, 1);
    assertThat(StepTag.of(dropped).text()).isEqualTo("partners.ETRN.WRITTEN");
    assertThat(StepTag.of(result(Step.DROP, "partners", 0, null)).text()).endsWith(".DROP.WRITTEN");
  }

  @ParameterizedTest
  @CsvSource({"'Partners, twice', Partners-twice", "a.b, a-b", "'', ''", "mx-1, mx-1", "é…, -"})
  void makesAWordOfTheNameOfAScenario(String scenario, String population) {
    StepTag tag = StepTag.of(result(Step.ETRN, scenario, 250, null));
    assertThat(tag.population()).isEqualTo(population);
    assertThat(StepTag.parse(tag.text())).isEqualTo(tag);
  }

  @Test
  void tellsAPopulationThatIsCalledInjectorFromTheInjectorItself() {
    StepTag etrn = StepTag.parse("injector.ETRN.250");
    assertThat(etrn.isEtrn()).isTrue();
    assertThat(etrn.isLag()).isFalse();
    assertThat(StepTag.parse("injector.LAG.injector")).isEqualTo(StepTag.ofLag("injector"));
  }

  @Property
  void readsWhatItWrites(@ForAll("tags") StepTag tag) {
    assertThat(StepTag.parse(tag.text())).isEqualTo(tag).hasSameHashCodeAs(tag);
  }

  @Provide
  Arbitrary<StepTag> tags() {
    Arbitrary<StepOutcome> replies = Arbitraries.integers().between(200, 599).map(Replied::new);
    Arbitrary<StepOutcome> others =
        Arbitraries.oneOf(
            Arbitraries.of(Unreplied.values()),
            Arbitraries.of(StepError.values()).map(Failed::new));
    Arbitrary<String> scenarios = Arbitraries.strings().ofMaxLength(12);
    return Arbitraries.oneOf(
        Combinators.combine(scenarios, Arbitraries.of(Step.values()), replies)
            .as((scenario, step, reply) -> new StepTag(scenario, Span.STEP, step, reply)),
        Combinators.combine(scenarios, Arbitraries.of(Step.values()), others)
            .as((scenario, step, outcome) -> new StepTag(scenario, Span.STEP, step, outcome)),
        Combinators.combine(scenarios, replies)
            .as((scenario, reply) -> new StepTag(scenario, Span.RESPONSE, Step.ETRN, reply)),
        scenarios.map(StepTag::ofLag));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "partners.ETRN",
        "partners.ETRN.250.1",
        "partners.VRFY.250",
        "partners.etrn.250",
        "partners.LAG.250",
        "partners.ETRN.",
        "partners.ETRN.25",
        "partners.ETRN.+250",
        "partners.ETRN.0250",
        "partners.ETRN.timeout",
        "two words.ETRN.250",
        "injector.LAG.two words"
      })
  void refusesWhatIsNoTag(String text) {
    assertThatThrownBy(() -> StepTag.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + text + "' is not the tag of a load step");
  }

  /**
   * Checks the meanings of an outcome: A is accepted, P positive, N answered, F failure, W written.
   */
  @ParameterizedTest
  @CsvSource({
    "ETRN.249, PN", "ETRN.250, APN", "ETRN.253, APN", "ETRN.254, PN", "ETRN.354, N",
    "ETRN.458, NF", "ETRN.554, NF", "ETRN.TIMEOUT, F", "ETRN.WRITTEN, W", "CONNECT.OK, ''"
  })
  void knowsWhatAnOutcomeMeans(String stepAndOutcome, String meanings) {
    StepTag tag = StepTag.parse("partners." + stepAndOutcome);
    String actual =
        (tag.isAccepted() ? "A" : "")
            + (tag.isPositive() ? "P" : "")
            + (tag.isAnswered() ? "N" : "")
            + (tag.isFailure() ? "F" : "")
            + (tag.isWritten() ? "W" : "");
    assertThat(actual).isEqualTo(meanings);
    assertThat(tag.code().isPresent()).isEqualTo(tag.isAnswered());
  }

  private static StepResult result(
      Step step, String scenario, int code, @Nullable StepError error) {
    return new StepResult(step, scenario, 1, null, code, error, true, 0, 0, 1);
  }
}
