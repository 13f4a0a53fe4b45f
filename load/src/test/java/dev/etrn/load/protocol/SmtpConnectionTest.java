package dev.etrn.load.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.load.protocol.TranscriptSampler.Recording;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SmtpConnectionTest {

  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final List<String> heard = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final SmtpConnection connection = connection(TimeUnit.HOURS.toNanos(1));

  @Test
  void matchesTheRepliesOfAGroupInOrder() {
    connection.send("ETRN a.example\r\n", "", hear("first"), 1);
    connection.send("ETRN b.example\r\n", "", hear("second"), 1);
    receive("250 a\r\n251 b\r\n");
    assertThat(heard).containsExactly("first 250 a", "second 251 b");
  }

  @Test
  void writesTheOctetsAsTheyAre() {
    connection.send("ETRN \u00fc\r\n", "", hear("etrn"), 1);
    ByteBuf written = channel.readOutbound();
    assertThat(written.toString(StandardCharsets.ISO_8859_1)).isEqualTo("ETRN \u00fc\r\n");
    written.release();
  }

  @Test
  void tellsAllThatWaitWhenThePeerCloses() {
    connection.send("RSET\r\nNOOP\r\n", "", hear("each"), 2);
    channel.close().syncUninterruptibly();
    assertThat(heard).containsExactly("each CLOSED", "each CLOSED");
    assertThat(connection.lostBy()).hasValue(StepError.CLOSED);
  }

  @Test
  void tellsAResetFromAClose() {
    connection.send("NOOP\r\n", "", hear("noop"), 1);
    channel.pipeline().fireExceptionCaught(new IOException("Connection reset by peer"));
    assertThat(heard).containsExactly("noop RESET");
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void takesA421ThatNobodyAskedForAsAClose() {
    receive("421 shutting down\r\n");
    assertThat(connection.isOpen()).isFalse();
    assertThat(connection.lostBy()).hasValue(StepError.CLOSED);
  }

  @Test
  void trustsNoReplyThatNobodyAskedFor() {
    receive("250 what?\r\n");
    assertThat(connection.lostBy()).hasValue(StepError.MALFORMED);
  }

  @Test
  void endsAtWhatIsNoReply() {
    connection.send("NOOP\r\n", "", hear("noop"), 1);
    receive("hello\r\n250 ok\r\n");
    assertThat(heard).containsExactly("noop MALFORMED");
  }

  @Test
  void waitsNoLongerThanItsTimeout() {
    SmtpConnection impatient = connection(0);
    impatient.send("NOOP\r\n", "", hear("noop"), 1);
    channel.advanceTimeBy(1, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
    assertThat(heard).containsExactly("noop TIMEOUT");
  }

  @Test
  void hasOneTimerForAllReplies() {
    connection.send("NOOP\r\n", "", hear("noop"), 1);
    receive("250 ok\r\n");
    connection.send("NOOP\r\n", "", hear("noop"), 1);
    receive("250 ok\r\n");
    connection.close();
    assertThat(channel.runScheduledPendingTasks()).isEqualTo(-1);
  }

  @Test
  void tellsNobodyWhenItIsClosedOnPurpose() {
    connection.send("NOOP\r\n", "", hear("noop"), 1);
    connection.reset();
    assertThat(heard).isEmpty();
    assertThat(connection.lostBy()).isEmpty();
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void recordsWhatIsShownInPlaceOfASecret() {
    connection.step(Step.AUTH);
    connection.send("AUTH PLAIN c2VjcmV0\r\n", "AUTH PLAIN ****\r\n", hear("auth"), 1);
    receive("235 ok\r\n");
    connection.close();
    assertThat(events)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("Opened", "Step", "Sent", "Received", "Closed");
    assertThat(events.toString()).contains("AUTH PLAIN ****").doesNotContain("c2VjcmV0");
  }

  private SmtpConnection connection(long timeoutNanos) {
    var user = new VirtualUser("scenario", 1, 0, SessionListener.NONE);
    var transcript =
        new ConnectionTranscript(new Recording(new End(End.Side.CLIENT, 1), events::add));
    var newConnection = new SmtpConnection(channel, user, timeoutNanos, transcript);
    channel.pipeline().addLast(newConnection);
    newConnection.channelActive(channel.pipeline().lastContext());
    return newConnection;
  }

  private void receive(String octets) {
    channel.writeInbound(Unpooled.copiedBuffer(octets, StandardCharsets.ISO_8859_1));
  }

  private ReplyListener hear(String name) {
    return new ReplyListener() {
      @Override
      public void replied(int code, long nanos) {
        heard.add(name + " " + code + " " + connection.replyText());
      }

      @Override
      public void failed(StepError error, long nanos) {
        heard.add(name + " " + error);
      }
    };
  }
}
