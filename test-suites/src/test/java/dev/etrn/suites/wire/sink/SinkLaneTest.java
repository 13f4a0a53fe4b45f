package dev.etrn.suites.wire.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.SinkUnavailableException;
import dev.etrn.suites.wire.client.MailSubmitter;
import dev.etrn.suites.wire.client.SocketClient;
import dev.etrn.suites.wire.link.LinkCondition;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class SinkLaneTest {

  private static final Duration BOUND = Duration.ofSeconds(10);
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final String IN_CONTENT = "A message of the ETRN harness.\r\n";

  private final Sink sink = sink();
  private final SinkLane a = sink.lane(List.of("a.example", "as.example"));
  private final SinkLane b = sink.lane(List.of("b.example"));

  @AfterEach
  void close() {
    sink.close();
  }

  @Test
  void seesItsOwnMailOnly() {
    inject("a.example", "t1");
    inject("sub.A.example", "t2");
    inject("b.example", "t3");
    inject("xa.example", "t4");
    Deliveries deliveries = seen(a);
    assertThat(deliveries.accepted("t1")).hasSize(1);
    assertThat(deliveries.accepted("t2")).hasSize(1);
    assertThat(deliveries.accepted("t3")).isEmpty();
    assertThat(deliveries.accepted("t4")).isEmpty();
    assertThat(seen(b).all()).hasSize(1);
    assertThat(seen(sink.whole()).all()).hasSize(4);
    assertThat(a.sharedSince(Long.MIN_VALUE / 2)).isEmpty();
  }

  @Test
  void refusesItsOwnMailOnly() throws Exception {
    a.plan(new SinkPlan.RefuseRecipients(450));
    assertThat(inject("a.example", "t1")).isEmpty();
    assertThat(inject("b.example", "t2")).hasSize(1);
    assertThat(a.awaitRefused(1, BOUND)).isTrue();
    assertThat(b.refused()).isZero();
    assertThat(sink.whole().refused()).isEqualTo(1);
  }

  @Test
  void breaksTheNetworkUnderItsOwnMailOnly() throws Exception {
    a.link(
        new LinkCondition.Break(
            IN_CONTENT, LinkCondition.Moment.PASSED, LinkCondition.Effect.RESET));
    assertThat(inject("b.example", "t1")).hasSize(1);
    assertThat(a.awaitBroken(Duration.ofMillis(50))).isEmpty();
    assertThat(inject("a.example", "t2")).isEmpty();
    assertThat(a.awaitBroken(BOUND)).isPresent();
    assertThat(b.awaitBroken(Duration.ZERO)).isEmpty();
  }

  @Test
  void slowsItsOwnMailOnly() {
    a.link(new LinkCondition.Latency(Duration.ofMillis(700)));
    long startNanos = System.nanoTime();
    assertThat(inject("b.example", "t1")).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isLessThan(SOON);
    startNanos = System.nanoTime();
    assertThat(inject("a.example", "t2")).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isGreaterThan(SOON);
  }

  @Test
  void forgetsItsOwnConnectionsOnly() {
    inject("a.example", "t1");
    inject("b.example", "t2");
    a.forgetClosed();
    assertThat(seen(b).all()).hasSize(1);
  }

  @Test
  void tellsWhichConnectionsCarriedMailOfOthersToo() throws Exception {
    try (var client = SocketClient.connect(sink.address(), 1, Recorder.start(), BOUND, BOUND)) {
      client.reply();
      for (String line :
          List.of("EHLO x", "MAIL FROM:<>", "RCPT TO:<i@a.example>", "RCPT TO:<i@b.example>")) {
        client.line(line).reply();
      }
    }
    assertThat(a.sharedSince(Long.MIN_VALUE / 2)).hasSize(1);
    assertThat(sink.whole().sharedSince(Long.MIN_VALUE / 2)).isEmpty();
  }

  private static Sink sink() {
    try {
      return Sink.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (SinkUnavailableException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> inject(String node, String token) {
    return new MailSubmitter(sink.address(), BOUND, Recorder.start())
        .inject("wanted", node, List.of(token));
  }

  private static Deliveries seen(SinkLane lane) {
    return Deliveries.of(new Transcript("test", lane.since(Long.MIN_VALUE / 2)));
  }
}
