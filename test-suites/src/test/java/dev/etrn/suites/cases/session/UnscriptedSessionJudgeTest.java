package dev.etrn.suites.cases.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.judge.Outcome;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.transcript.text.TranscriptText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnscriptedSessionJudgeTest {

  private static final String HELLO =
      """
      step greeting
      < 220 hub.example ESMTP\\r\\n
      step ehlo
      > EHLO load.example\\r\\n
      < 250-hub.example\\r\\n250-ENHANCEDSTATUSCODES\\r\\n250 ETRN\\r\\n
      step etrn
      > ETRN partner1.branch.example\\r\\n
      """;
  private static final String QUIT =
      """
      step quit
      > QUIT\\r\\n
      < 221 2.0.0 bye\\r\\n
      closed by-us
      """;

  @Test
  void findsNothingWrongInASessionAsItShouldBe() {
    Map<String, Outcome> outcomes = judge(HELLO + "< 250 2.0.0 started\\r\\n\n" + QUIT);
    assertThat(outcomes.keySet())
        .containsExactlyInAnyOrder(
            "ESC-001",
            "ESC-002",
            "ETRN-001",
            "ETRN-002",
            "ETRN-003",
            "ETRN-026",
            "SMTP-022",
            "SMTP-025",
            "SMTP-026",
            "SMTP-028",
            "SMTP-043",
            "SMTP-044",
            "SMTP-045",
            "SMTP-046");
    assertThat(outcomes.values()).extracting(Outcome::verdict).containsOnly(Verdict.PASS);
  }

  /** The columns are the reply to ETRN, the requirement and the verdict. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "254 2.0.0 started\\r\\n|ETRN-026|FAIL",
        "354 go on\\r\\n|ETRN-027|FAIL",
        "250 2.0.0 a\\r\\n250 2.0.0 b\\r\\n|ETRN-058|FAIL",
        "250-2.0.0 a\\r\\n251 2.0.0 b\\r\\n|SMTP-023|FAIL",
        "250 2.0.0 \\x01\\r\\n|SMTP-026|FAIL",
        "started\\r\\n|SMTP-022|FAIL",
        "250 2.0.0 a\\n|SMTP-044|FAIL",
        "250 5.0.0 a\\r\\n|ESC-002|FAIL",
        "250 started\\r\\n|ESC-001|WARN",
        "451 4.3.0 later\\r\\n|ETRN-028|WARN",
        "458 4.5.8 busy\\r\\n|ETRN-028|PASS",
      })
  void findsWhatIsWrong(String reply, String requirement, Verdict verdict) {
    Map<String, Outcome> outcomes = judge(HELLO + "< " + reply + "\n" + QUIT);
    assertThat(outcomes).containsKey(requirement);
    assertThat(verdict(requirement, outcomes)).isEqualTo(verdict);
  }

  /** The values are the ends of a session after ETRN was written; none of them is a breach. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "closed reset-by-us",
        "waited +10.000000000\nclosed by-us",
        "closed reset-by-peer",
        "< 250 2.0\nclosed by-us",
        "< 250-2.0.0 a\\r\\n25\nclosed reset-by-peer",
        "< 421 4.3.2 shutting down\\r\\n\nclosed by-peer",
        "< 421 4.3.2 too many\\r\\n421 4.3.2 too many\\r\\n\nclosed by-peer",
      })
  void blamesNobodyForASessionThatBrokeOff(String end) {
    Map<String, Outcome> outcomes = judge(HELLO + end + "\n");
    assertThat(outcomes.values())
        .extracting(Outcome::verdict)
        .isNotEmpty()
        .doesNotContain(Verdict.FAIL, Verdict.WARN);
  }

  @Test
  void findsAServerThatClosesWithoutAWord() {
    assertThat(verdict("SMTP-028", judge(HELLO + "closed by-peer\n"))).isEqualTo(Verdict.FAIL);
  }

  @Test
  void findsAServerThatClosesAtQuitWithoutAReply() {
    String quit = "< 250 2.0.0 ok\\r\\n\nstep quit\n> QUIT\\r\\n\n";
    assertThat(verdict("SMTP-043", judge(HELLO + quit + "closed by-peer\n")))
        .isEqualTo(Verdict.FAIL);
    assertThat(judge(HELLO + quit + "closed reset-by-peer\n").values())
        .extracting(Outcome::verdict)
        .doesNotContain(Verdict.FAIL, Verdict.WARN);
  }

  @Test
  void knowsOctetsThatBeginNoReply() {
    assertThat(verdict("SMTP-022", judge(HELLO + "< oops\nclosed by-us\n")))
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void countsContentAsOneCommand() {
    String mail =
        """
        step mail
        > MAIL FROM:<a@client.example>\\r\\n
        < 250 2.1.0 ok\\r\\n
        step data
        > DATA\\r\\n
        < 354 go on\\r\\n
        step content
        > Subject: a\\r\\n\\r\\nb\\r\\n.\\r\\n
        < 250 2.0.0 taken\\r\\n
        """;
    Map<String, Outcome> outcomes = judge(HELLO + "< 250 2.0.0 started\\r\\n\n" + mail + QUIT);
    assertThat(outcomes)
        .containsEntry(
            "SMTP-046",
            new Outcome(Verdict.PASS, "6 replies, one to each command", List.of("SMTP-046")));
  }

  @Test
  void saysNothingOfEtrnWhereNobodyAsked() {
    assertThat(judge("step greeting\n< 220 hub ESMTP\\r\\n\nclosed by-us\n").keySet())
        .allMatch(id -> id.startsWith("SMTP-"));
  }

  @Test
  void refusesStartTlsInsideTls() {
    Map<String, Outcome> outcomes =
        judge(
            """
            step greeting
            < 220 hub.example ESMTP\\r\\n
            step clear-ehlo
            > EHLO load.example\\r\\n
            < 250-hub.example\\r\\n250 STARTTLS\\r\\n
            step starttls
            > STARTTLS\\r\\n
            < 220 2.0.0 go\\r\\n
            tls TLSv1.3
            step ehlo
            > EHLO load.example\\r\\n
            < 250-hub.example\\r\\n250-STARTTLS\\r\\n250 ETRN\\r\\n
            step etrn
            > ETRN partner1.branch.example\\r\\n
            < 250 ok\\r\\n
            """
                + QUIT);
    assertThat(verdict("TLS-007", outcomes)).isEqualTo(Verdict.FAIL);
    assertThat(verdict("SMTP-046", outcomes)).isEqualTo(Verdict.PASS);
  }

  private static Verdict verdict(String requirement, Map<String, Outcome> outcomes) {
    return Optional.ofNullable(outcomes.get(requirement)).orElseThrow().verdict();
  }

  private static Map<String, Outcome> judge(String events) {
    var text = new StringBuilder("etrn-transcript 1\ncase load.session\n");
    long millis = 0;
    for (String line : events.split("\n")) {
      text.append(String.format(Locale.ROOT, "+0.%09d C1 %s%n", ++millis * 1_000_000, line));
    }
    Transcript transcript = TranscriptText.parse(text.toString());
    return UnscriptedSessionJudge.judge(transcript);
  }
}
