package dev.etrn.server.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SmtpReplyTest {

  @Test
  void writesCodeEnhancedCodeAndText() {
    assertThat(SmtpReply.of(459, "4.5.0", "no").toString()).isEqualTo("459 4.5.0 no\r\n");
  }

  @Test
  void writesTheSameCodeOnEveryLine() {
    assertThat(SmtpReply.lines(250, List.of("hub.example", "ETRN")).toString())
        .isEqualTo("250-hub.example\r\n250 ETRN\r\n");
  }

  @Test
  void refusesAnEnhancedCodeOfAnotherClass() {
    assertThatIllegalArgumentException().isThrownBy(() -> SmtpReply.of(250, "4.0.0", "no"));
  }

  @Property
  void staysOnePrintableLineWhateverTheText(@ForAll String text) {
    String reply = SmtpReply.plain(250, text).toString();
    assertThat(reply).matches("250 [\\x20-\\x7E]*\r\n").hasSizeLessThanOrEqualTo(512);
  }
}
