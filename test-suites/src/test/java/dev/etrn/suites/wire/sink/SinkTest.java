package dev.etrn.suites.wire.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Delivery;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.RunToken;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.SinkUnavailableException;
import dev.etrn.suites.wire.client.CannedReplyServer;
import dev.etrn.suites.wire.client.MailSubmitter;
import dev.etrn.suites.wire.client.SocketClient;
import dev.etrn.suites.wire.client.SubmissionSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SinkTest {

  private static final Duration BOUND = Duration.ofSeconds(10);

  @Test
  void recordsWhatIsDeliveredWithItsEnvelope() throws Exception {
    try (Sink sink = sink()) {
      List<String> tokens = inject(sink, "a.test", "t1", "t2");
      assertThat(tokens).containsExactly("t1", "t2");
      assertThat(sink.await(tokens, BOUND)).isTrue();
      List<Delivery> deliveries = seen(sink).all();
      assertThat(deliveries).hasSize(2).allMatch(Delivery::accepted);
      assertThat(deliveries.get(0).recipients()).containsExactly("inbox@a.test");
      assertThat(deliveries.get(0).sender()).isEqualTo("sender@client.example");
      assertThat(deliveries.get(0).token()).contains("t1");
      assertThat(deliveries.get(0).content().text()).contains("\r\n.This line begins with a dot.");
    }
  }

  @Test
  void refusesByPlan() throws Exception {
    try (Sink sink = sink()) {
      sink.plan(new SinkPlan.RefuseRecipients(450));
      assertThat(inject(sink, "a.test", "t1")).isEmpty();
      sink.plan(new SinkPlan.TurnAway());
      assertThat(inject(sink, "a.test", "t2")).isEmpty();
      sink.plan(new SinkPlan.ResetAfterDot(1));
      assertThat(inject(sink, "a.test", "t3")).isEmpty();
      assertThat(sink.has("t3")).isFalse();
      assertThat(seen(sink).accepted("t3")).isEmpty();
    }
  }

  @Test
  void takesMailOverTlsAndRecordsWhatIsInside() throws Exception {
    try (Sink sink = sink()) {
      var injector =
          new MailSubmitter(
              sink.address(),
              new SubmissionSettings(
                  SubmissionSettings.of(BOUND).client(),
                  SubmissionSettings.StartTls.ALWAYS,
                  Optional.empty()),
              Recorder.start());
      assertThat(injector.inject("wanted", "a.test", List.of("t1"))).hasSize(1);
      assertThat(sink.await(List.of("t1"), BOUND)).isTrue();
      assertThat(seen(sink).accepted("t1")).hasSize(1);
      assertThat(new Transcript("test", sink.since(Long.MIN_VALUE / 2)).all(Event.Handshake.class))
          .singleElement()
          .satisfies(handshake -> assertThat(handshake.isSecure()).isTrue());
    }
  }

  @Test
  void keepsNothingOfOtherPeoplesMail() throws Exception {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (Sink sink = Sink.listen(any, new RunToken("aaaabbbb"), "sender@client.example");
        var client = SocketClient.connect(sink.address(), 1, Recorder.start(), BOUND, BOUND)) {
      client.reply();
      client.line("MAIL FROM:<ann@b.test>").reply();
      assertThat(client.line("RCPT TO:<bob@a.test>").reply())
          .hasValueSatisfying(reply -> assertThat(reply.code()).isEqualTo(450));
      client.line("QUIT").reply();
      assertThat(sink.awaitConnection(BOUND)).isTrue();
      assertThat(sink.othersMail()).containsExactly(Map.entry("a.test", 1));
      assertThat(sink.since(Long.MIN_VALUE / 2).toString())
          .contains("****")
          .doesNotContain("ann", "bob");
    }
  }

  @Test
  void refusesRecipientsAsThePlanIsWhenTheyAreNamed() throws Exception {
    var replies = new ArrayList<Integer>();
    try (Sink sink = sink();
        var client = SocketClient.connect(sink.address(), 1, Recorder.start(), BOUND, BOUND)) {
      sink.plan(new SinkPlan.RefuseRecipients(450));
      assertThat(client.reply()).isPresent();
      for (int i = 0; i < 2; i++) {
        client.line("MAIL FROM:<a@b.test>").reply();
        client.line("RCPT TO:<c@d.test>").reply().ifPresent(reply -> replies.add(reply.code()));
        client.line("RSET").reply();
        sink.plan(new SinkPlan.AcceptAll());
      }
    }
    assertThat(replies).containsExactly(450, 250);
  }

  @Test
  void stallsByPlan() throws Exception {
    try (Sink sink = sink()) {
      sink.plan(new SinkPlan.Stall(Duration.ofMillis(200)));
      long startNanos = System.nanoTime();
      assertThat(inject(sink, "a.test", "t1")).hasSize(1);
      assertThat(System.nanoTime() - startNanos).isGreaterThan(Duration.ofMillis(200).toNanos());
    }
  }

  @Test
  void doesNotWaitForWhatDoesNotCome() throws Exception {
    try (Sink sink = sink()) {
      assertThat(sink.await(List.of("never"), Duration.ofMillis(20))).isFalse();
    }
  }

  @Test
  void saysWhatToDoWhenItsPortIsTaken() throws Exception {
    try (Sink sink = sink()) {
      assertThatThrownBy(() -> Sink.listen(sink.address()))
          .isInstanceOf(SinkUnavailableException.class)
          .hasMessageContaining("connectBack.listen");
    }
  }

  @Test
  void tellsWhyNothingCouldBeInjected() throws Exception {
    try (var server = new CannedReplyServer("554 no\r\n", line -> "500 no\r\n")) {
      var recorder = Recorder.start();
      assertThat(
              new MailSubmitter(server.address(), BOUND, recorder)
                  .inject("wanted", "a.test", List.of("t1")))
          .isEmpty();
      assertThat(recorder.transcript("test").all(Event.NotInjected.class)).hasSize(1);
    }
  }

  private static Sink sink() throws SinkUnavailableException {
    return Sink.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  private static List<String> inject(Sink sink, String node, String... tokens) {
    return new MailSubmitter(sink.address(), BOUND, Recorder.start())
        .inject("wanted", node, List.of(tokens));
  }

  private static Deliveries seen(Sink sink) {
    return Deliveries.of(new Transcript("test", sink.since(Long.MIN_VALUE / 2)));
  }
}
