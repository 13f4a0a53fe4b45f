package dev.etrn.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The entries of the table are whole, and do not get in each other's way. */
class KeywordsTest {

  @Test
  void giveEachNameToOneKeyword() {
    assertThat(Keywords.all().stream().flatMap(keyword -> keyword.names().stream()))
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).matches("[a-z][a-z0-9_]{0,31}"));
  }

  @ParameterizedTest
  @MethodSource("dev.etrn.server.config.Keywords#all")
  void sayWhatEachDoesAndWhereThatComesFrom(Keyword keyword) {
    assertThat(keyword.line()).isNotBlank().doesNotContain("|", "\n").doesNotEndWith(".");
    assertThat(keyword.requirement()).matches("|[A-Z]+-[0-9]{3}");
    assertThat(keyword.names()).allSatisfy(n -> assertThat(Keywords.find(n)).contains(keyword));
  }
}
