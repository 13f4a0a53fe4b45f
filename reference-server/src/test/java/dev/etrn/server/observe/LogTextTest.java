package dev.etrn.server.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LogTextTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("branch.example", "branch.example"),
        Arguments.of("${jndi:ldap://x} %n {}", "${jndi:ldap://x} %n {}"),
        Arguments.of("a\r\nb", "a\\u000D\\u000Ab"),
        Arguments.of("\u001B[2J\u0007\u0000", "\\u001B[2J\\u0007\\u0000"),
        Arguments.of("\u2028\u2029\u0085", "\\u2028\\u2029\\u0085"),
        Arguments.of("\u00E9\u202E", "\\u00E9\\u202E"),
        Arguments.of("\\u000A", "\\\\u000A"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void escapesWhatIsNotPrintable(String text, String safe) {
    assertThat(LogText.of(text)).isEqualTo(safe);
  }

  @Property
  void isAlwaysOneShortPrintableLine(@ForAll String text) {
    assertThat(LogText.of(text + "x".repeat(10)))
        .matches("[\\x20-\\x7E]+")
        .hasSizeLessThanOrEqualTo(6 * 500 + 3);
  }
}
