package dev.etrn.server.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.etrn.server.EtrnServer;
import dev.etrn.server.SteppingClock;
import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.server.delivery.client.EtrnClient;
import dev.etrn.server.delivery.client.ScriptedExchanger;
import dev.etrn.server.delivery.schedule.NodeState;
import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.store.InMemoryQueue;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AdminServerTest {

  private final SteppingClock clock = new SteppingClock(Instant.parse("2026-02-03T04:05:06Z"));
  private final InMemoryQueue queue = new InMemoryQueue(10_000, clock);
  private final Metrics metrics = new Metrics();
  private final AtomicInteger reloads = new AtomicInteger();
  private volatile ConfigReloader.Answer answer = new ConfigReloader.Answer(true, List.of());
  private final ConfigReloader reload =
      () -> {
        reloads.incrementAndGet();
        return answer;
      };

  @Test
  void tellsWhatHappens() throws Exception {
    add("branch.example");
    add("sibling.example");
    clock.step(Duration.ofMinutes(2));
    metrics.watchQueue(queue::totals, clock);
    try (var exchanger = new ScriptedExchanger(Map.of());
        var server =
            EtrnServer.start(BuiltInConfig.config(anyPort(), exchanger.address()), queue, metrics);
        var admin = AdminServer.start(anyPort(), metrics, report(server::deliveryStates), reload)) {
      JsonNode before = json(admin, "/queue");
      assertThat(before.get("waiting").asInt()).isEqualTo(2);
      assertThat(before.get("nodes").get(0))
          .isEqualTo(
              new ObjectMapper()
                  .readTree(
                      """
                      {"node": "branch.example", "channel": "tcp_branch", "waiting": 1, "octets": 3,
                       "oldest": "2026-02-03T04:05:06Z", "oldestSeconds": 120, "running": false,
                       "lastRun": null, "reached": null, "lastError": "", "nextAttempt": null}
                      """));
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
                      .contains("etrn_messages_waiting 1.0")
                      .contains("etrn_messages_oldest_seconds 120.0")
                      .contains("etrn_messages_failed 0.0"));
      JsonNode after = json(admin, "/queue");
      assertThat(after.get("nodes")).hasSize(1);
      assertThat(after.get("nodes").get(0).get("node").asText()).isEqualTo("sibling.example");
    }
  }

  @Test
  void tellsWhyANodeWasNotReachedAndWhenItIsTriedAgain() throws Exception {
    add("branch.example");
    try (var exchanger = new ScriptedExchanger(Map.of("GREETING", "421 busy \u001B[2J"));
        var server =
            EtrnServer.start(BuiltInConfig.config(anyPort(), exchanger.address()), queue, metrics);
        var admin = AdminServer.start(anyPort(), metrics, report(server::deliveryStates), reload)) {
      var client = new EtrnClient(server.address(), "c.test", Duration.ofSeconds(10));
      assertThat(client.ask(List.of("branch.example"))).hasSize(1);
      await("the run is over")
          .untilAsserted(
              () -> {
                JsonNode node = json(admin, "/queue").get("nodes").get(0);
                assertThat(node.get("reached").asText()).isEqualTo("false");
                assertThat(node.get("lastError").asText()).contains("421 busy ?[2J");
                assertThat(node.get("nextAttempt").isNull()).isFalse();
              });
    }
  }

  @Test
  void showsFailedMessagesAsSafeJson() throws Exception {
    add("branch.example");
    queue.fail(queue.claim("branch.example", 1).get(0), "550 no \u001B\u2028\u00E9\r\nx");
    try (var admin = AdminServer.start(anyPort(), metrics, report(Map::of), reload)) {
      String body = get(admin, "/failed").body();
      assertThat(body).matches("[\\x20-\\x7E]+\\n");
      JsonNode message = json(admin, "/failed").get("messages").get(0);
      assertThat(message.get("id").asInt()).isEqualTo(1);
      assertThat(message.get("arrived").asText()).isEqualTo("2026-02-03T04:05:06Z");
      assertThat(message.get("recipients").get(0).asText()).isEqualTo("inbox@branch.example");
      assertThat(message.get("why").asText()).isEqualTo("550 no \u001B\u2028\u00E9\r\nx");
      assertThat(json(admin, "/queue").get("failed").asInt()).isEqualTo(1);
    }
  }

  @Test
  void saysHowManyNodesItLeavesOut() throws Exception {
    for (int i = 0; i < 5; i++) {
      add("n" + i + ".example");
    }
    var few = new QueueReport(queue, Map::of, clock, 2);
    try (var admin = AdminServer.start(anyPort(), metrics, few, reload)) {
      assertThat(json(admin, "/queue").get("nodes")).hasSize(2);
      assertThat(json(admin, "/queue").get("moreNodes").asInt()).isEqualTo(3);
      assertThat(json(admin, "/queue").get("waiting").asInt()).isEqualTo(5);
    }
  }

  @Test
  void reloadsOnPostAndNeverForAWebPage() throws Exception {
    try (var admin = AdminServer.start(anyPort(), metrics, report(Map::of), reload)) {
      assertThat(get(admin, "/reload").statusCode()).isEqualTo(405);
      assertThat(post(admin, "/reload", "Origin", "http://evil.example").statusCode())
          .isEqualTo(403);
      assertThat(reloads).hasValue(0);
      answer = new ConfigReloader.Answer(true, List.of());
      assertThat(post(admin, "/reload", "X", "y").statusCode()).isEqualTo(200);
      answer =
          new ConfigReloader.Answer(false, List.of("pmdf.cnf line 1: a", "pmdf.cnf line 2: b"));
      HttpResponse<String> refused = post(admin, "/reload", "X", "y");
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).isEqualTo("pmdf.cnf line 1: a\npmdf.cnf line 2: b\n");
      assertThat(reloads).hasValue(2);
    }
  }

  @Test
  void answersHealthAndNothingElse() throws Exception {
    try (var admin = AdminServer.start(anyPort(), metrics, report(Map::of), reload)) {
      assertThat(get(admin, "/health").body()).isEqualTo("ok\n");
      assertThat(get(admin, "/health/x").statusCode()).isEqualTo(404);
      assertThat(get(admin, "/").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void startsThePeriodicJob() throws Exception {
    var starts = new AtomicInteger();
    try (var admin = AdminServer.start(anyPort(), metrics, report(Map::of), reload)) {
      admin.startPeriodicJobBy(starts::incrementAndGet);
      assertThat(get(admin, "/run").statusCode()).isEqualTo(405);
      assertThat(starts).hasValue(0);
      HttpResponse<String> started = post(admin, "/run", "X", "y");
      assertThat(started.statusCode()).isEqualTo(200);
      assertThat(starts).hasValue(1);
    }
  }

  private void add(String node) {
    var destination = new IncomingMessage.Destination("tcp_x", node, List.of("inbox@" + node));
    queue
        .enqueue(new IncomingMessage("", List.of(destination), new byte[] {'x', '\r', '\n'}))
        .join();
  }

  private QueueReport report(Supplier<Map<String, NodeState>> states) {
    return new QueueReport(queue, states, clock);
  }

  private static JsonNode json(AdminServer admin, String path) throws Exception {
    return new ObjectMapper().readTree(get(admin, path).body());
  }

  private static HttpResponse<String> post(
      AdminServer admin, String path, String header, String value) throws Exception {
    var uri = URI.create("http://127.0.0.1:" + admin.address().getPort() + path);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri)
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
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
