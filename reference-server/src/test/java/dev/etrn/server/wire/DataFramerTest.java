package dev.etrn.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataFramerTest {

  @ParameterizedTest
  @CsvSource({
    "'.\r\n', ''",
    "'a\r\n.\r\n', 'a\r\n'",
    "'..\r\n.\r\n', '.\r\n'",
    "'.a\r\n.\r\n', 'a\r\n'",
    "'a\r\n..b\r\n.\r\n', 'a\r\n.b\r\n'",
    "'.\r\r\n.\r\n', '\r\r\n'",
  })
  void endsAtTheDotAndUndoesStuffing(String octets, String content) {
    DataFramer framer = read(octets, 100, 1000);
    assertThat(framer.isWhole()).isTrue();
    assertThat(text(framer)).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\n.\nb", "a\n.\r\nb", "a\r\n.\nb", "a\r.\rb", "a\r\n.\rb", "a.\r\nb"})
  void doesNotEndAtADotBesideABareCrOrLf(String octets) {
    assertThat(read(octets, 100, 1000).isWhole()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'a\nb', true",
    "'\n', true",
    "'a\r\n\nb', true",
    "'a\r\n.\n', true",
    "'a\r\n.\rb', true",
    "'a\rb', true",
    "'a\r\r\nb', true",
    "'a\r\n..\r\n\r\nb', false",
  })
  void seesLineEndsThatAreNotWhole(String content, boolean isBare) {
    DataFramer framer = read(content + "\r\n.\r\n", 100, 1000);
    assertThat(framer.isWhole()).isTrue();
    assertThat(framer.hasBareLineEnd()).isEqualTo(isBare);
  }

  @Test
  void leavesWhatFollowsTheDotToTheNextReader() {
    byte[] octets = "a\r\n.\r\nNOOP\r\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(new DataFramer(100).read(octets, 0, octets.length)).isEqualTo(6);
  }

  @Test
  void readsContentBeyondTheLimitToItsEndAndKeepsNoneOfTheRest() {
    DataFramer framer = read("x".repeat(50) + "\r\n.\r\n", 10, 1000);
    assertThat(framer.isWhole()).isTrue();
    assertThat(framer.isOverLimit()).isTrue();
    assertThat(framer.content()).hasSize(10);
  }

  @Property
  void readsAlikeHoweverTheInputIsCut(
      @ForAll @StringLength(max = 60) @Chars({'.', '\r', '\n', 'a'}) String octets,
      @ForAll @IntRange(min = 1, max = 7) int piece) {
    DataFramer cut = read(octets, 1000, piece);
    DataFramer whole = read(octets, 1000, Integer.MAX_VALUE);
    assertThat(text(cut)).isEqualTo(text(whole));
    assertThat(cut.isWhole()).isEqualTo(whole.isWhole());
  }

  @Property
  void undoesWhatAClientStuffed(
      @ForAll @StringLength(max = 60) @Chars({'.', '\r', '\n', 'a'}) String body) {
    String content = body.replaceAll("\r(?!\n)|(?<!\r)\n", "") + "\r\n";
    String stuffed = ("\r\n" + content).replace("\r\n.", "\r\n..").substring(2);
    assertThat(text(read(stuffed + ".\r\n", 1000, 1000))).isEqualTo(content);
  }

  private static DataFramer read(String octets, int limit, int piece) {
    var framer = new DataFramer(limit);
    byte[] input = octets.getBytes(StandardCharsets.ISO_8859_1);
    int position = 0;
    while (position < input.length && !framer.isWhole()) {
      position = framer.read(input, position, position + Math.min(piece, input.length - position));
    }
    return framer;
  }

  private static String text(DataFramer framer) {
    return new String(framer.content(), StandardCharsets.ISO_8859_1);
  }
}
