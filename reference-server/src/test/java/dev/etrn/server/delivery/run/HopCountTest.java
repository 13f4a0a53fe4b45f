package dev.etrn.server.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HopCountTest {

  @ParameterizedTest
  @CsvSource({
    "'',0",
    "Received: x,1",
    "RECEIVED: x|received:y|Subject: z||body,2",
    "Subject: Received: x|Received: y|\tReceived: folded|X-Received: no|,1",
    "Receive,0",
    "Received : obsolete,0",
    "|Received: in the body,0",
  })
  void countsReceivedFieldsOfTheHeader(String text, int hops) {
    byte[] content = text.replace("|", "\r\n").getBytes(StandardCharsets.US_ASCII);
    assertThat(HopCount.of(content)).isEqualTo(hops);
  }

  @Property
  void readsAnyOctets(@ForAll byte[] content) {
    assertThat(HopCount.of(content)).isBetween(0, content.length / 9);
  }
}
