package dev.etrn.server.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("changes the default locale")
class DomainTest {

  @ParameterizedTest
  @ValueSource(strings = {"a.b", "branch.example", "1.a", "a-b.c", "xn--bcher-kva.example"})
  void takesDomains(String name) {
    assertThat(Domain.parse(name)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a.",
        ".a",
        "a..b",
        "-a.b",
        "a-.b",
        "a_b.c",
        "a b",
        "[192.0.2.1]",
        "ü.de"
      })
  void refusesWhatIsNone(String name) {
    assertThat(Domain.parse(name)).isEmpty();
  }

  @Test
  void knowsTheLongestNames() {
    String label = "a".repeat(63);
    String longest = String.join(".", label, label, label, label);
    assertThat(Domain.parse(longest)).isPresent();
    assertThat(Domain.parse(longest + ".a")).isEmpty();
    assertThat(Domain.parse("a".repeat(64) + ".b")).isEmpty();
  }

  @Test
  void foldsCaseAlikeInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(Domain.parse("IDLE.EXAMPLE")).contains("idle.example");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "192.0.2.1"})
  void callsNeitherOneLabelNorAnAddressFullyQualified(String name) {
    assertThat(Domain.isFullyQualified(name)).isFalse();
  }
}
