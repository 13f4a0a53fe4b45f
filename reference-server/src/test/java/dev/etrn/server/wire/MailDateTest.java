package dev.etrn.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailDateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1970-01-01T00:00:00Z|Thu, 1 Jan 1970 00:00:00 +0000",
        "2026-09-30T23:59:59-03:30|Wed, 30 Sep 2026 23:59:59 -0330",
      })
  void hasANumericZone(ZonedDateTime time, String text) {
    assertThat(MailDate.of(time)).isEqualTo(text);
  }
}
