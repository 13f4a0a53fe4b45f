package dev.etrn.reports;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;

/** Escaping: no text of others becomes markup. */
class MarkdownTextTest {

  @Property
  void staysTextInACell(@ForAll("hostile") String text) {
    ParsedMarkdown parsed =
        ParsedMarkdown.of("| a | b |\n|---|---|\n| x" + MarkdownText.line(text) + "x | y |\n");
    assertThat(parsed.unevenRows()).isEmpty();
    var cell = ParsedMarkdown.below(parsed.root(), TableCell.class).get(2);
    assertThat(ParsedMarkdown.kinds(cell)).containsExactly("Text");
    assertThat(ParsedMarkdown.text(cell)).isEqualTo("x" + EscapedText.line(text) + "x");
  }

  @Property
  void staysTextInAHeadingAndAParagraph(@ForAll("hostile") String text) {
    for (String before : new String[] {"# x", "x", "- x", "**Note:** "}) {
      ParsedMarkdown parsed = ParsedMarkdown.of(before + MarkdownText.line(text) + ".\n");
      assertThat(parsed.html()).isEmpty();
      assertThat(parsed.destinations()).isEmpty();
      assertThat(ParsedMarkdown.text(parsed.root()))
          .endsWith((EscapedText.line(text) + ".").stripLeading());
    }
  }

  @Property
  void staysCode(@ForAll("hostile") String text) {
    ParsedMarkdown parsed = ParsedMarkdown.of("# said " + MarkdownText.code(text) + "\n");
    var heading = ParsedMarkdown.below(parsed.root(), Heading.class).get(0);
    String said = EscapedText.line(text).replace('`', '?').strip();
    if (said.isEmpty()) {
      assertThat(ParsedMarkdown.text(heading)).isEqualTo("said");
    } else {
      var code = ParsedMarkdown.below(heading, Code.class);
      assertThat(code).hasSize(1);
      assertThat(code.get(0).getLiteral().strip()).isEqualTo(said);
    }
  }

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> signs =
        Arbitraries.strings()
            .withChars("|`*_~<>[]()&#!$\\:/@-+=.\"' \t\r\n\u0000\u001B\u202Eax1")
            .ofMaxLength(12);
    Arbitrary<String> markup =
        Arbitraries.of(
            "<script>",
            "<!--",
            "&amp;",
            "![x](y)",
            "[x]: y",
            "~~",
            "|---|",
            "```",
            "<a@b.c>",
            "**x**");
    return Arbitraries.oneOf(signs, markup, Arbitraries.strings().ofMaxLength(8))
        .list()
        .ofMaxSize(4)
        .map(parts -> String.join("", parts));
  }
}
