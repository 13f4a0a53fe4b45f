package dev.etrn.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineFramerTest {

  private static final String TOO_LONG = "<too long>";

  @Test
  void endsLinesAtCrLf() {
    assertThat(framed("EHLO a.test\r\nETRN b.test\r\nrest", 1000))
        .containsExactly("EHLO a.test", "ETRN b.test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb\r\n", "a\rb\r\n", "a\n\rb\r\n", "\nab\r\n"})
  void endsNoLineAtABareCrOrLf(String octets) {
    assertThat(framed(octets, 1000)).containsExactly(octets.substring(0, octets.length() - 2));
  }

  @Test
  void keepsTheFirstOfTwoCrs() {
    assertThat(framed("a\r\r\n", 1000)).containsExactly("a\r");
  }

  @Test
  void takesALineOf512OctetsWithItsEnd() {
    String longest = "x".repeat(510);
    assertThat(framed(longest + "\r\n", 1000)).containsExactly(longest);
  }

  @ParameterizedTest
  @ValueSource(ints = {511, 512, 513, 1024, 8192, 100_000})
  void tellsOfALongerLineOnceAndGoesOn(int length) {
    assertThat(framed("x".repeat(length) + "\r\nNOOP\r\n", 1000)).containsExactly(TOO_LONG, "NOOP");
  }

  @Test
  void findsNoCommandInTheTailOfALongLine() {
    assertThat(framed("x".repeat(512) + "ETRN b.test\r\n", 512)).containsExactly(TOO_LONG);
  }

  @Test
  void stopsWhenTheReceiverIsFull() {
    var lines = new Collected(1);
    byte[] octets = "a\r\nb\r\n".getBytes(StandardCharsets.ISO_8859_1);
    int index = new LineFramer().read(octets, 0, octets.length, lines);
    assertThat(index).isEqualTo(3);
    assertThat(lines.texts).containsExactly("a");
  }

  @Property
  void framesAlikeHoweverTheInputIsCut(
      @ForAll @StringLength(max = 1200) @CharRange(from = '\n', to = '\r') String octets,
      @ForAll @IntRange(min = 1, max = 50) int piece) {
    assertThat(framed(octets, piece)).isEqualTo(framed(octets, Integer.MAX_VALUE));
  }

  private static List<String> framed(String octets, int piece) {
    var lines = new Collected(Integer.MAX_VALUE);
    var framer = new LineFramer();
    byte[] input = octets.getBytes(StandardCharsets.ISO_8859_1);
    for (int start = 0; start < input.length; start += Math.min(piece, input.length - start)) {
      int end = start + Math.min(piece, input.length - start);
      assertThat(framer.read(input, start, end, lines)).isEqualTo(end);
    }
    return lines.texts;
  }

  private static final class Collected implements LineFramer.Lines {
    private final List<String> texts = new ArrayList<>();
    private final int limit;

    Collected(int limit) {
      this.limit = limit;
    }

    @Override
    public void line(byte[] octets) {
      texts.add(new String(octets, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void tooLong() {
      texts.add(TOO_LONG);
    }

    @Override
    public boolean isFull() {
      return texts.size() >= limit;
    }
  }
}
