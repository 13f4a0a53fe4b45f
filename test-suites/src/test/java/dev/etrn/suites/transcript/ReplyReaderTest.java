package dev.etrn.suites.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyReaderTest {

  @Test
  void endsAReplyThatHasNoEnd() {
    var lines = new ReplyReader();
    lines.feed(0, Octets.of("250-more\r\n".repeat(ReplyReader.MOST_LINES + 10)));
    assertThat(lines.isExceeded()).isTrue();
    assertThat(lines.replies())
        .singleElement()
        .satisfies(
            reply ->
                assertThat(reply.defects())
                    .extracting(Reply.Defect::requirement)
                    .contains("SMTP-022"));
    var line = new ReplyReader();
    line.feed(0, Octets.of("250 " + "x".repeat(ReplyReader.MOST_OCTETS)));
    assertThat(line.replies())
        .singleElement()
        .satisfies(
            reply ->
                assertThat(reply.defects())
                    .extracting(Reply.Defect::requirement)
                    .contains("SMTP-025"));
  }

  @Test
  void readsRepliesOfOneAndOfSeveralLines() {
    List<Reply> replies = read("250-hub.example\r\n250 ETRN\r\n503 5.5.1 no\r\n", 1000);
    assertThat(replies).extracting(Reply::code).containsExactly(250, 503);
    assertThat(replies.get(0).lines()).containsExactly("hub.example", "ETRN");
    assertThat(replies.get(1).enhancedStatusCode()).contains("5.5.1");
    assertThat(replies).allSatisfy(reply -> assertThat(reply.defects()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "'250\r\n', SMTP-027",
    "'250 ok\n', SMTP-044",
    "'250_ok\r\n', SMTP-022",
    "'hello\r\n', SMTP-022",
    "'999 ok\r\n', SMTP-022",
    "'250-a\r\n251 b\r\n', SMTP-023",
    "'250 \u0007\r\n', SMTP-026",
    "'250 \u00FC\r\n', SMTP-026",
  })
  void namesWhatIsWrongWithAReply(String octets, String requirement) {
    assertThat(read(octets, 1000)).hasSize(1);
    assertThat(read(octets, 1000).get(0).defects())
        .extracting(Reply.Defect::requirement)
        .contains(requirement);
  }

  @Test
  void findsALineThatIsTooLong() {
    assertThat(read("250 " + "x".repeat(506) + "\r\n", 9999).get(0).defects()).isEmpty();
    assertThat(read("250 " + "x".repeat(507) + "\r\n", 9999).get(0).defects())
        .extracting(Reply.Defect::requirement)
        .containsExactly("SMTP-025");
  }

  @Test
  void keepsWhatIsNoWholeReply() {
    var reader = new ReplyReader();
    reader.feed(1, Octets.of("250-a\r\n250"));
    assertThat(reader.count()).isZero();
    assertThat(reader.leftover().text()).isEqualTo("250-a\r\n250");
  }

  @Property
  void readsAlikeHoweverTheOctetsAreCut(
      @ForAll @StringLength(max = 80) @Chars({'2', '5', '0', '-', ' ', '\r', '\n', 'x'})
          String octets,
      @ForAll @IntRange(min = 1, max = 9) int piece) {
    assertThat(read(octets, piece)).isEqualTo(read(octets, Integer.MAX_VALUE));
  }

  @Property
  void neverThrowsAndLosesNoOctet(@ForAll byte[] octets) {
    var reader = new ReplyReader();
    reader.feed(0, Octets.of(octets));
    var whole = new StringBuilder();
    reader.replies().forEach(reply -> whole.append(reply.raw().text()));
    whole.append(reader.leftover().text());
    assertThat(whole.toString()).isEqualTo(new String(octets, StandardCharsets.ISO_8859_1));
  }

  private static List<Reply> read(String octets, int piece) {
    var reader = new ReplyReader();
    for (int start = 0; start < octets.length(); ) {
      int end = start + Math.min(piece, octets.length() - start);
      reader.feed(7, Octets.of(octets.substring(start, end)));
      start = end;
    }
    return reader.replies();
  }
}
