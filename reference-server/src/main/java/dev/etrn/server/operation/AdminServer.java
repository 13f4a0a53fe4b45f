package dev.etrn.server.operation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Metrics, health and queue over HTTP, for operators: {@code /metrics} in Prometheus' form, {@code
 * /health}, and {@code /queue}, a line for each node with how many messages wait for it.
 */
public final class AdminServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            var made = new Thread(work, "etrn-admin");
            made.setDaemon(true);
            return made;
          });

  private AdminServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts to listen.
   *
   * @param counts how many messages wait, by node
   * @throws IOException when it cannot listen
   */
  public static AdminServer start(
      InetSocketAddress listen, Metrics metrics, Supplier<Map<String, Integer>> counts)
      throws IOException {
    var admin = new AdminServer(HttpServer.create(listen, 0));
    admin.serve("/metrics", metrics::scrape);
    admin.serve("/health", () -> "ok\n");
    admin.serve("/queue", () -> lines(counts.get()));
    admin.server.setExecutor(admin.thread);
    admin.server.start();
    return admin;
  }

  /** Where it listens; the port is a real one. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  @Override
  public void close() {
    server.stop(0);
    thread.shutdownNow();
  }

  private static String lines(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private void serve(String path, Supplier<String> text) {
    var unused = server.createContext(path, exchange -> answer(exchange, path, text));
  }

  private static void answer(HttpExchange exchange, String path, Supplier<String> text)
      throws IOException {
    try (exchange) {
      boolean isThere = exchange.getRequestURI().getPath().equals(path);
      byte[] body = (isThere ? text.get() : "nothing here\n").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
      exchange.sendResponseHeaders(isThere ? 200 : 404, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
