package dev.etrn.server.benchmark;

import dev.etrn.server.benchmark.client.ClientLoop;
import dev.etrn.server.benchmark.client.ScriptedClient;
import dev.etrn.server.benchmark.server.IdleServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The memory of many sessions that are idle after EHLO and ETRN. */
final class IdleSessions {

  /** The number of sessions. */
  static final int SESSIONS = Integer.getInteger("sessions", 10_000);

  private static final int AT_ONCE = 100;
  private static final List<String> LINES =
      List.of("EHLO client.example\r\n", "ETRN branch.example\r\n");

  private IdleSessions() {}

  /**
   * Returns the KiB of live heap for each session.
   *
   * @param server the server, {@code ours} or {@code bare}
   */
  static double kibPerSession(String server) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dio.netty.eventLoopThreads=1",
                IdleServer.class.getName(),
                server)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader in = process.inputReader();
        var ask = new PrintWriter(process.getOutputStream(), true, StandardCharsets.US_ASCII)) {
      int port = Integer.parseInt(in.readLine());
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      // The first sessions load classes and caches, which is not a cost of each session.
      connect(address, AT_ONCE);
      long before = liveHeap(ask, in);
      try (var loop = new ClientLoop()) {
        for (int i = 0; i < SESSIONS; i += AT_ONCE) {
          connect(loop, address, AT_ONCE);
        }
        return (liveHeap(ask, in) - before) / 1024.0 / SESSIONS;
      }
    } finally {
      process.destroy();
      int unused = process.waitFor();
    }
  }

  private static long liveHeap(PrintWriter ask, BufferedReader in) throws IOException {
    ask.println();
    return Long.parseLong(in.readLine());
  }

  private static void connect(InetSocketAddress address, int sessions) throws InterruptedException {
    try (var loop = new ClientLoop()) {
      connect(loop, address, sessions);
    }
  }

  private static void connect(ClientLoop loop, InetSocketAddress address, int sessions)
      throws InterruptedException {
    var answered = new CountDownLatch(sessions);
    for (int i = 0; i < sessions; i++) {
      loop.connect(address, new ScriptedClient(LINES, done -> answered.countDown()));
    }
    answered.await();
  }
}
