package dev.etrn.reports.html.cases;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CutTextTest {

  @Property
  @Tag("slow")
  void countsWhatIsLeftOutAndFitsThePage(
      @ForAll @StringLength(max = 400) @Chars('\n') @CharRange(from = 'a', to = 'c') String text,
      @ForAll @IntRange(min = 8, max = 300) int longest) {
    CutText cut = CutText.of(text, longest);
    assertThat(cut.head().length() + cut.left() + cut.tail().length()).isEqualTo(text.length());
    assertThat(cut.head().length() + cut.tail().length()).isLessThanOrEqualTo(longest);
    assertThat(text).startsWith(cut.head()).endsWith(cut.tail());
  }

  @Test
  void keepsTextThatFits() {
    assertThat(CutText.of("one\ntwo\n", 8)).isEqualTo(new CutText("one\ntwo\n", 0, ""));
  }

  @Test
  void cutsBetweenLinesWhereThereAreAny() {
    CutText cut = CutText.of("line\n".repeat(100), 83);
    assertThat(cut.head()).isEqualTo("line\n".repeat(12));
    assertThat(cut.tail()).startsWith("line\n").endsWith("line\n");
  }

  @Test
  void cutsInTheMidstOfALineThatNeverEnds() {
    CutText cut = CutText.of("x".repeat(1_000), 100);
    assertThat(cut).isEqualTo(new CutText("x".repeat(75), 900, "x".repeat(25)));
  }

  @Test
  void saysHowMuchOfALongLineIsMissing() {
    assertThat(CutText.line("\u001B" + "y".repeat(5_000)))
        .startsWith("\\u001Byyy")
        .endsWith("\u2026 (4401 more characters)");
  }
}
