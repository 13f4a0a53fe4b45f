package dev.etrn.suites.wire.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.SinkUnavailableException;
import dev.etrn.suites.wire.client.MailSubmitter;
import dev.etrn.suites.wire.client.SocketClient;
import dev.etrn.suites.wire.client.WireClient;
import dev.etrn.suites.wire.link.LinkCondition.Effect;
import dev.etrn.suites.wire.link.LinkCondition.Moment;
import dev.etrn.suites.wire.sink.Sink;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkProxyTest {

  private static final Duration BOUND = Duration.ofSeconds(10);
  private static final Duration FAR = Duration.ofMillis(60);
  private static final String HELLO = "EHLO client.example\r\n";

  @Test
  void takesItsTimeInEachDirection() throws Exception {
    try (Sink sink = sink()) {
      sink.link(new LinkCondition.Latency(FAR));
      WireClient client = greeted(sink, Recorder.start());
      long startNanos = System.nanoTime();
      assertThat(client.send(HELLO).reply()).isPresent();
      assertThat(System.nanoTime() - startNanos)
          .isGreaterThanOrEqualTo(FAR.multipliedBy(2).toNanos());
      client.close();
    }
  }

  @Test
  void delaysWithoutHoldingBackWhatFollows() throws Exception {
    try (Sink sink = sink()) {
      sink.link(new LinkCondition.Latency(FAR));
      WireClient client = greeted(sink, Recorder.start());
      int commands = 50;
      long startNanos = System.nanoTime();
      client.sendInPieces("NOOP\r\n".repeat(commands), 6, Duration.ofMillis(1));
      assertThat(client.replies(commands)).isTrue();
      // One command after the other would take a hundred times the latency.
      assertThat(System.nanoTime() - startNanos).isLessThan(FAR.multipliedBy(commands).toNanos());
      client.close();
    }
  }

  @Test
  void leadsAClientToItsTarget() throws Exception {
    try (Sink sink = sink();
        var proxy = new LinkProxy(new LinkCondition.Latency(FAR))) {
      var entry = proxy.forwardTo(sink.address());
      WireClient client = SocketClient.connect(entry, 1, Recorder.start(), BOUND, BOUND);
      assertThat(client.reply()).isPresent();
      assertThat(client.line("QUIT").reply()).isPresent();
      client.untilClosed(BOUND);
      assertThat(client.isOpen()).isFalse();
    }
  }

  @Test
  void resetsBehindTheOctetsAndLetsNothingElsePass() throws Exception {
    try (Sink sink = sink()) {
      sink.link(new LinkCondition.Break(HELLO, Moment.PASSED, Effect.RESET));
      var recorder = Recorder.start();
      WireClient client = greeted(sink, recorder);
      client.send(HELLO + "NOOP\r\n").untilClosed(BOUND);
      assertThat(sink.awaitBroken(BOUND)).contains("S1");
      assertThat(closings(recorder.transcript("test")))
          .containsExactly(Event.Closing.RESET_BY_PEER);
      assertThat(sink.awaitConnection(BOUND)).isTrue();
      assertThat(received(seen(sink))).isEqualTo(HELLO);
    }
  }

  @Test
  void losesTheAnswerAlone() throws Exception {
    try (Sink sink = sink()) {
      sink.link(new LinkCondition.Break("\r\n.\r\n", Moment.ANSWERED, Effect.RESET));
      assertThat(inject(sink, "t1")).isEmpty();
      assertThat(sink.await(List.of("t1"), BOUND)).isTrue();
      assertThat(Deliveries.of(seen(sink)).accepted("t1")).hasSize(1);
    }
  }

  @Test
  void breaksUnderOneConnectionOnly() throws Exception {
    try (Sink sink = sink()) {
      sink.link(new LinkCondition.Break("\r\n\r\n", Moment.PASSED, Effect.RESET));
      assertThat(inject(sink, "t1")).isEmpty();
      assertThat(inject(sink, "t2")).containsExactly("t2");
      assertThat(sink.has("t1")).isFalse();
    }
  }

  @Test
  void isSilentUntilTheNetworkIsAnother() throws Exception {
    try (Sink sink = sink()) {
      sink.link(new LinkCondition.Break(HELLO, Moment.PASSED, Effect.SILENCE));
      var recorder = Recorder.start();
      WireClient client = greeted(sink, recorder);
      client.send(HELLO).listen(Duration.ofMillis(100));
      client.send("NOOP\r\n").listen(Duration.ofMillis(100));
      assertThat(client.isOpen()).isTrue();
      assertThat(received(seen(sink))).isEqualTo(HELLO);
      sink.link(new LinkCondition.Sound());
      client.untilClosed(BOUND);
      assertThat(closings(recorder.transcript("test"))).containsExactly(Event.Closing.BY_PEER);
    }
  }

  @Test
  void saysThatNothingBroke() throws Exception {
    try (Sink sink = sink()) {
      sink.link(new LinkCondition.Break("never", Moment.PASSED, Effect.RESET));
      assertThat(inject(sink, "t1")).containsExactly("t1");
      assertThat(sink.awaitBroken(Duration.ofMillis(20))).isEmpty();
    }
  }

  @Test
  void saysInWordsHowItIs() {
    assertThat(new LinkCondition.Latency(FAR).words()).isEqualTo("60 ms in each direction");
    assertThat(new LinkCondition.Break("\r\n.\r\n", Moment.ANSWERED, Effect.RESET).words())
        .isEqualTo("reset once '\\r\\n.\\r\\n' is answered");
    assertThat(new LinkCondition.Break("DATA", Moment.PASSED, Effect.SILENCE).words())
        .isEqualTo("silent once 'DATA' has passed");
  }

  private static Sink sink() throws SinkUnavailableException {
    return Sink.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  private static WireClient greeted(Sink sink, Recorder recorder) {
    WireClient client = SocketClient.connect(sink.address(), 1, recorder, BOUND, BOUND);
    assertThat(client.reply()).isPresent();
    return client;
  }

  private static List<String> inject(Sink sink, String token) {
    return new MailSubmitter(sink.address(), BOUND, Recorder.start())
        .inject("wanted", "a.test", List.of(token));
  }

  private static Transcript seen(Sink sink) {
    return new Transcript("test", sink.since(Long.MIN_VALUE / 2));
  }

  private static String received(Transcript transcript) {
    var text = new StringBuilder();
    transcript.all(Event.Received.class).forEach(event -> text.append(event.octets().text()));
    return text.toString();
  }

  private static List<Event.Closing> closings(Transcript transcript) {
    return transcript.all(Event.Closed.class).map(Event.Closed::how).toList();
  }
}
