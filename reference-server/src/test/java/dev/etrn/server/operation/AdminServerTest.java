package dev.etrn.server.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.etrn.server.EtrnServer;
import dev.etrn.server.config.BuiltIn;
import dev.etrn.server.delivery.EtrnClient;
import dev.etrn.server.delivery.Exchanger;
import dev.etrn.server.queue.InMemoryQueue;
import dev.etrn.server.queue.Submission;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdminServerTest {

  private final InMemoryQueue queue = new InMemoryQueue(10_000);
  private final Metrics metrics = new Metrics();

  @Test
  void tellsWhatHappens() throws Exception {
    add("branch.example");
    add("sibling.example");
    metrics.watchQueue(() -> queue.counts().size());
    try (var exchanger = new Exchanger(Map.of());
        var server =
            EtrnServer.start(BuiltIn.config(anyPort(), exchanger.address()), queue, metrics);
        var admin = AdminServer.start(anyPort(), metrics, queue::counts)) {
      assertThat(get(admin, "/queue").body()).isEqualTo("branch.example 1\nsibling.example 1\n");
      var client = new EtrnClient(server.address(), "c.test", Duration.ofSeconds(10));
      assertThat(client.ask(List.of("branch.example", "denied.example"))).hasSize(2);
      await("the message is delivered")
          .untilAsserted(
              () ->
                  assertThat(get(admin, "/metrics").body())
                      .contains("etrn_requests_total{code=\"253\"} 1.0")
                      .contains("etrn_requests_total{code=\"459\"} 1.0")
                      .contains("etrn_messages_sent_total{result=\"delivered\"} 1.0")
                      .contains("etrn_runs_total{reached=\"true\"} 1.0")
                      .contains("etrn_sessions_opened_total 1.0")
                      .contains("etrn_sessions 0.0")
                      .contains("etrn_messages_waiting 1.0"));
      assertThat(get(admin, "/queue").body()).isEqualTo("sibling.example 1\n");
    }
  }

  @Test
  void answersHealthAndNothingElse() throws Exception {
    try (var admin = AdminServer.start(anyPort(), metrics, Map::of)) {
      assertThat(get(admin, "/health").body()).isEqualTo("ok\n");
      assertThat(get(admin, "/health/x").statusCode()).isEqualTo(404);
      assertThat(get(admin, "/").statusCode()).isEqualTo(404);
    }
  }

  private void add(String node) {
    var to = new Submission.Destination("tcp_x", node, List.of("inbox@" + node));
    queue.enqueue(new Submission("", List.of(to), new byte[] {'x', '\r', '\n'})).join();
  }

  private static HttpResponse<String> get(AdminServer admin, String path) throws Exception {
    var uri = URI.create("http://127.0.0.1:" + admin.address().getPort() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }
}
