package dev.etrn.server.delivery.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.server.queue.QueuedMessage;
import dev.etrn.server.queue.store.InMemoryQueue;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NonDeliveryReportsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "550 5.1.1 nobody here|5.1.1|smtp",
        "550-5.7.1 no / 550 5.7.1 never|5.7.1|smtp",
        "554 no|5.0.0|smtp",
        "5.1.10 branch.test accepts no mail|5.1.10|x-local",
        "5.4.7 not delivered within 12 days|5.4.7|x-local",
      })
  void tellsARepliesReasonFromOurOwn(String reason, String status, String type) {
    var nowhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var queue = new InMemoryQueue(100_000);
    var clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    var reports =
        new NonDeliveryReports(() -> BuiltInConfig.config(nowhere, nowhere), queue, clock);
    var refused = List.of("a@far.test");
    var message =
        new QueuedMessage(
            7, Instant.EPOCH, "tcp_x", "far.test", "s@branch.example", refused, new byte[0]);
    assertThat(reports.report(message, refused, reason)).isTrue();
    List<QueuedMessage> queued = queue.claim("branch.example", 9);
    assertThat(queued).hasSize(1);
    assertThat(queued.get(0).sender()).isEmpty();
    assertThat(new String(queued.get(0).content(), StandardCharsets.US_ASCII))
        .contains(
            "Date: Thu, 1 Jan 1970 00:00:00 +0000\r\n",
            "Status: " + status + "\r\n",
            "Diagnostic-Code: " + type + "; " + reason + "\r\n");
  }
}
