package dev.etrn.load.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyDecoderTest {

  private static final String REPLIES =
      "250-hub.example\r\n250-PIPELINING\r\n250 ETRN\r\n251 no mail\r\n354\r\n221 bye\r\n";

  private final ReplyDecoder decoder = new ReplyDecoder();

  @Test
  void joinsTheLinesOfAReply() {
    assertThat(decoder.read(octets("250-hub.example\r\n250-PIPELINING\r\n250 ETRN\r\n")))
        .isEqualTo(250);
    assertThat(decoder.text()).isEqualTo("hub.example\nPIPELINING\nETRN");
  }

  @Test
  void takesACodeWithoutText() {
    assertThat(decoder.read(octets("250\r\n"))).isEqualTo(250);
    assertThat(decoder.text()).isEmpty();
  }

  @Test
  void waitsForTheRest() {
    assertThat(decoder.read(octets("250 ha"))).isEqualTo(ReplyDecoder.MORE);
    assertThat(decoder.read(octets("lf\r"))).isEqualTo(ReplyDecoder.MORE);
    assertThat(decoder.read(octets("\n"))).isEqualTo(250);
    assertThat(decoder.text()).isEqualTo("half");
  }

  @Test
  void leavesWhatComesAfterAReply() {
    ByteBuf replies = octets("250 one\r\n458 two\r\n");
    assertThat(decoder.read(replies)).isEqualTo(250);
    assertThat(decoder.read(replies)).isEqualTo(458);
    assertThat(decoder.text()).isEqualTo("two");
    assertThat(replies.isReadable()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 400 Bad Request\r\n",
        "250 bare LF\n",
        "250-one\r\n251 two\r\n",
        "199 low\r\n",
        "600 high\r\n",
        "25\r\n",
        "250:text\r\n",
        "\r\n"
      })
  void seesWhatIsNoReply(String text) {
    assertThat(decoder.read(octets(text))).isEqualTo(ReplyDecoder.MALFORMED);
  }

  @Test
  void takesNoReplyWithoutAnEnd() {
    ByteBuf endless = octets("250-" + "x".repeat(ReplyDecoder.LONGEST_REPLY));
    assertThat(decoder.read(endless)).isEqualTo(ReplyDecoder.MALFORMED);
  }

  @Property
  void readsTheSameHoweverTheOctetsAreSplit(
      @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 20) Integer> sizes) {
    assertThat(codes(sizes)).containsExactly(250, 251, 354, 221);
  }

  private static List<Integer> codes(List<Integer> sizes) {
    var decoder = new ReplyDecoder();
    List<Integer> codes = new ArrayList<>();
    int start = 0;
    for (int piece = 0; start < REPLIES.length(); piece++) {
      int size = piece < sizes.size() ? sizes.get(piece) : REPLIES.length();
      int end = Math.min(REPLIES.length(), start + size);
      ByteBuf in = octets(REPLIES.substring(start, end));
      while (in.isReadable()) {
        int code = decoder.read(in);
        if (code != ReplyDecoder.MORE) {
          codes.add(code);
        }
      }
      start = end;
    }
    return codes;
  }

  private static ByteBuf octets(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
  }
}
