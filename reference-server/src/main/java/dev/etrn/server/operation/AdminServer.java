package dev.etrn.server.operation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server for operators: {@code GET /metrics} in Prometheus format, {@code GET /health},
 * {@code GET /queue} and {@code GET /failed} in JSON, {@code POST /run}, which starts the periodic
 * job, and {@code POST /reload}, which answers 200 when the configuration was applied and 422 when
 * it has errors, one sentence on each line.
 *
 * <p>It has no authentication: anyone who reaches its address may use it. A web page in an
 * operator's browser may not: a request with an {@code Origin} header is refused.
 */
public final class AdminServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(AdminServer.class);
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String JSON = "application/json";

  private record Answer(int status, String type, String text) {}

  private final HttpServer server;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            var daemon = new Thread(work, "etrn-admin");
            daemon.setDaemon(true);
            return daemon;
          });

  private AdminServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts the server.
   *
   * @throws IOException when it cannot listen
   */
  public static AdminServer start(
      InetSocketAddress listen, Metrics metrics, QueueReport queue, ConfigReloader reload)
      throws IOException {
    var admin = new AdminServer(HttpServer.create(listen, 0));
    admin.get("/metrics", TEXT, metrics::scrape);
    admin.get("/health", TEXT, () -> "ok\n");
    admin.get("/queue", JSON, queue::nodes);
    admin.get("/failed", JSON, queue::failed);
    admin.serve("POST", "/reload", () -> answer(reload.now()));
    admin.server.setExecutor(admin.thread);
    admin.server.start();
    if (!listen.getAddress().isLoopbackAddress()) {
      log.warn(
          "anyone who reaches {} may see the queue, start deliveries and reload the configuration",
          listen);
    }
    return admin;
  }

  /** Answers {@code POST /run} by {@code start}, which starts the periodic job. */
  public void startPeriodicJobBy(Runnable start) {
    serve(
        "POST",
        "/run",
        () -> {
          start.run();
          return new Answer(200, TEXT, "started\n");
        });
  }

  /** Returns the address that the server listens on, with the port in use, never 0. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  @Override
  public void close() {
    server.stop(0);
    thread.shutdownNow();
  }

  private static Answer answer(ConfigReloader.Answer reloaded) {
    var text = new StringBuilder();
    reloaded.sentences().forEach(sentence -> text.append(sentence).append('\n'));
    return new Answer(reloaded.isApplied() ? 200 : 422, TEXT, text.toString());
  }

  private void get(String path, String type, Supplier<String> text) {
    serve("GET", path, () -> new Answer(200, type, text.get()));
  }

  private void serve(String method, String path, Supplier<Answer> answer) {
    var unused =
        server.createContext(
            path, exchange -> respond(exchange, answer(exchange, method, path, answer)));
  }

  private static Answer answer(
      HttpExchange exchange, String method, String path, Supplier<Answer> answer) {
    if (!exchange.getRequestURI().getPath().equals(path)) {
      return new Answer(404, TEXT, "there is no such page\n");
    } else if (!exchange.getRequestMethod().equals(method)) {
      return new Answer(405, TEXT, "use " + method + "\n");
    } else if (exchange.getRequestHeaders().containsKey("Origin")) {
      return new Answer(403, TEXT, "web pages may not use this server\n");
    }
    try {
      return answer.get();
    } catch (RuntimeException e) {
      log.error("{} failed", path, e);
      return new Answer(500, TEXT, "the request failed, see the server's log\n");
    }
  }

  private static void respond(HttpExchange exchange, Answer answer) throws IOException {
    try (exchange) {
      byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
