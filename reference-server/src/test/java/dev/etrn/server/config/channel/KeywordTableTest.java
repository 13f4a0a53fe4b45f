package dev.etrn.server.config.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The entries of the keyword table, which are complete and do not conflict. */
class KeywordTableTest {

  @Test
  void giveEachNameToOneKeyword() {
    assertThat(KeywordTable.all().stream().flatMap(keyword -> keyword.names().stream()))
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).matches("[a-z][a-z0-9_]{0,31}"));
  }

  @ParameterizedTest
  @MethodSource("dev.etrn.server.config.channel.KeywordTable#all")
  void sayWhatEachDoesAndWhereThatComesFrom(Keyword keyword) {
    assertThat(keyword.line()).isNotBlank().doesNotContain("|", "\n").doesNotEndWith(".");
    assertThat(keyword.requirement()).matches("|[A-Z]+-[0-9]{3}");
    assertThat(keyword.names())
        .allSatisfy(name -> assertThat(KeywordTable.find(name)).contains(keyword));
  }
}
