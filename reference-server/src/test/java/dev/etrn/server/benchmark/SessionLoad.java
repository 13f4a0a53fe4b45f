package dev.etrn.server.benchmark;

import dev.etrn.server.benchmark.client.ClientLoop;
import dev.etrn.server.benchmark.client.ScriptedClient;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The load of whole sessions, ten at a time: connect, EHLO, ETRN, QUIT, close, and the next at
 * once.
 */
final class SessionLoad {

  private static final int AT_ONCE = 10;
  private static final int MILLIS = 1500;
  private static final List<String> LINES =
      List.of("EHLO client.example\r\n", "ETRN branch.example\r\n", "QUIT\r\n");

  private final InetSocketAddress server;
  private final AtomicLong sessions = new AtomicLong();
  private final AtomicBoolean over = new AtomicBoolean();

  private SessionLoad(InetSocketAddress server) {
    this.server = server;
  }

  /** Returns the sessions per second. */
  static double rate(InetSocketAddress server) throws InterruptedException {
    return new SessionLoad(server).rate();
  }

  private double rate() throws InterruptedException {
    try (var loop = new ClientLoop()) {
      for (int i = 0; i < AT_ONCE; i++) {
        begin(loop);
      }
      long start = System.nanoTime();
      ClientLoop.pass(MILLIS);
      long done = sessions.get();
      double seconds = (System.nanoTime() - start) / 1e9;
      over.set(true);
      return done / seconds;
    }
  }

  private void begin(ClientLoop loop) {
    var unused =
        loop.connectLater(server, new ScriptedClient(LINES, session -> ended(loop, session)));
  }

  private void ended(ClientLoop loop, ScriptedClient session) {
    session.close();
    sessions.lazySet(sessions.get() + 1);
    if (!over.get()) {
      begin(loop);
    }
  }
}
