package dev.etrn.load.exchanger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.load.reference.ReferenceTarget;
import dev.etrn.suites.wire.SinkUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LoadSinkTest {

  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @Test
  void keepsWhoseMessageCameAndWhen() throws Exception {
    try (LoadSink sink = LoadSink.listen(ANY)) {
      var filler =
          new QueueFiller(sink.address(), new ReferenceTarget(OptionalInt.empty()).profile());
      List<Token> sent = filler.fill(List.of("a.example", "b.example"), 60);
      assertThat(sink.count()).isEqualTo(120);
      assertThat(sink.arrivals())
          .extracting(Arrival::token)
          .containsExactlyInAnyOrderElementsOf(sent.stream().map(Token::text).toList());
      assertThat(sink.arrivals())
          .allSatisfy(
              arrival -> {
                assertThat(arrival.node()).isEqualTo(Token.nodeOf(arrival.token()));
                assertThat(arrival.nanos()).isGreaterThanOrEqualTo(arrival.openedNanos());
              });
    }
  }

  @Test
  void saysThatItsAddressIsTaken() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), taken.getLocalPort());
      assertThatThrownBy(() -> LoadSink.listen(address))
          .isInstanceOf(SinkUnavailableException.class)
          .hasMessageContaining("cannot listen on 127.0.0.1:");
    }
  }
}
