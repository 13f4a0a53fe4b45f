package dev.etrn.suites.judge.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.transcript.text.TranscriptText;
import org.junit.jupiter.api.Test;

class ReleaseLatencyTest {

  private static final String RELEASE =
      """
      etrn-transcript 1
      case etrn.effect.one-message
      +0.100000000 -- injected wanted t1 inbox@branch.example X-ETRN-Token: t1\\r\\n
         | \\r\\n
      +0.200000000 C1 open 127.0.0.1:40001 127.0.0.1:2525
      +0.201000000 C1 < 220 hub.example\\r\\n
      +0.300000000 C1 step etrn
      +0.300000000 C1 > ETRN branch.example\\r\\n
      +0.302000000 C1 < 250 OK\\r\\n
      +0.310000000 S1 open 127.0.0.1:2526 127.0.0.1:40000
      +0.310000000 S1 > 220 sink\\r\\n
      +0.311000000 S1 < EHLO hub.example\\r\\n
      +0.311000000 S1 > 250 sink\\r\\n
      +0.312000000 S1 < MAIL FROM:<a@b.example>\\r\\n
      +0.312000000 S1 > 250 ok\\r\\n
      +0.313000000 S1 < RCPT TO:<inbox@branch.example>\\r\\n
      +0.313000000 S1 > 250 ok\\r\\n
      +0.314000000 S1 < DATA\\r\\n
      +0.314000000 S1 > 354 go on\\r\\n
      +0.320000000 S1 < X-ETRN-Token: t1\\r\\n
         | \\r\\n
         | .\\r\\n
      +0.321000000 S1 > 250 ok\\r\\n
      """;

  @Test
  void countsFromTheRequest() {
    assertThat(ReleaseLatency.of(transcript(RELEASE), "wanted", "etrn"))
        .contains(new ReleaseLatency(1, 2_000_000, 10_000_000, 20_000_000));
  }

  @Test
  void tellsNothingOfARequestThatWasRefused() {
    assertThat(
            ReleaseLatency.of(
                transcript(RELEASE.replace("< 250 OK", "< 459 no")), "wanted", "etrn"))
        .isEmpty();
  }

  @Test
  void tellsNothingWhenNotAllCame() {
    assertThat(
            ReleaseLatency.of(
                transcript(RELEASE.replace("S1 < X-ETRN-Token: t1", "S1 < X-ETRN-Token: t2")),
                "wanted",
                "etrn"))
        .isEmpty();
  }

  private static Transcript transcript(String text) {
    return TranscriptText.parse(text);
  }
}
