package dev.etrn.suites.waivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.judge.Verdict;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiversTest {

  private static final String WHOLE =
      """
      waivers:
        - case: etrn.reply.unknown-node
          reason: told apart on purpose
          link: https://tracker.example/17
          expires: 2030-12-31
          evidence: {verdict: WARN, contains: '459', matches: '4[0-9]9'}
        - case: etrn.syntax.nul
          reason: later
          expires: 2030-01-01
          evidence: {verdict: FAIL}
      """;

  @Test
  void readsEveryKey() throws Exception {
    Waivers waivers = Waivers.parse("w.yaml", WHOLE);
    assertThat(waivers.all()).hasSize(2);
    Waiver first = waivers.all().get(0);
    assertThat(first.caseId()).isEqualTo("etrn.reply.unknown-node");
    assertThat(first.reason()).isEqualTo("told apart on purpose");
    assertThat(first.link()).contains(URI.create("https://tracker.example/17"));
    assertThat(first.expires()).isEqualTo(LocalDate.of(2030, 12, 31));
    assertThat(first.evidence()).hasToString("WARN with '459' with /4[0-9]9/");
    assertThat(waivers.all().get(1).link()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "WARN, got 459, true",
    "WARN, got 458, false",
    "FAIL, got 459, false",
    "PASS, got 459, false",
  })
  void fitsOnlyTheDeviationThatItDescribes(Verdict verdict, String observed, boolean fits)
      throws Exception {
    Waiver waiver = Waivers.parse("w.yaml", WHOLE).all().get(0);
    assertThat(waiver.evidence().fits(verdict, observed)).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "waivers:_- case: etrn.reply.*|line 2: 'case' is 'etrn.reply.*'; expected one case id",
        "waivers:_- reason: a|line 2: 'case' is missing; expected one case id",
        "waivers:_- case: etrn.a.b|line 2: 'reason' is missing; expected one sentence",
        "waivers:_- case: etrn.a.b_  reason: ''|line 3: 'reason' is ''; expected one sentence",
        "waivers:_- case: etrn.a.b_  reason: a|line 2: 'expires' is missing; expected the last day",
        "waivers:_- case: etrn.a.b_  reason: a_  expires: soon|line 4: 'expires' is 'soon';"
            + " expected the last day on which it holds, such as 2030-12-31",
        "waivers:_- case: etrn.a.b_  reason: a_  link: javascript:x|line 4: 'link' is"
            + " 'javascript:x'; expected an http or https address",
        "waivers:_- case: etrn.a.b_  reason: a_  expires: 2030-12-31|line 2: 'evidence' is missing;"
            + " expected how the deviation shows: below it 'verdict: FAIL'",
        "waivers:_- case: etrn.a.b_  reason: a_  expires: 2030-12-31_  evidence: {verdict:"
            + " PASS}|line 5: 'evidence.verdict' is 'PASS'; expected FAIL, WARN, NOTE, NOT_OFFERED"
            + " or INCONCLUSIVE",
        "waivers:_- case: etrn.a.b_  reason: a_  expires: 2030-12-31_  evidence: {verdict: FAIL,"
            + " matches: '('}|line 5: 'evidence.matches' is '('; expected a regular expression",
        "waivers:_- case: etrn.a.b_  until: a|line 3: unknown key 'until'; expected one of: case,"
            + " evidence, expires, link, reason",
        "waivers:_- case: etrn.a.b_  case: etrn.a.c|line 3: the key 'case' appears twice",
        "waivers:_- etrn.a.b|line 2: an entry of 'waivers' must have keys",
        "waivers: etrn.a.b|line 1: 'waivers' is 'etrn.a.b'; expected a list",
        "- case: etrn.a.b|line 1: expected keys such as",
      })
  void namesFileLineAndWhatWasExpected(String text, String message) {
    assertThatThrownBy(() -> Waivers.parse("w.yaml", text.replace('_', '\n')))
        .isInstanceOf(HarnessConfigurationException.class)
        .hasMessageStartingWith("w.yaml " + message)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void allowsOneWaiverForACase() {
    String twice = WHOLE.replace("etrn.syntax.nul", "etrn.reply.unknown-node");
    assertThatThrownBy(() -> Waivers.parse("w.yaml", twice))
        .hasMessageStartingWith("w.yaml line 7: 'case' is 'etrn.reply.unknown-node'; expected a");
  }

  @Test
  void saysWhichOptionNamesTheFile() {
    assertThatThrownBy(() -> Waivers.read(Path.of("no-such.yaml")))
        .hasMessage("there is no file no-such.yaml: name one with --waivers");
  }
}
