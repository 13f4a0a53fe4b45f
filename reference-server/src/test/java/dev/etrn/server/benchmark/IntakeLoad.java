package dev.etrn.server.benchmark;

import dev.etrn.server.benchmark.client.ClientLoop;
import dev.etrn.server.benchmark.client.ScriptedClient;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The load of messages of 1 KiB for one node, over lasting sessions, one command at a time.
 *
 * @param sessions the number of sessions at once
 * @param messages the number of messages in total
 */
record IntakeLoad(int sessions, int messages) {

  private static final int MAIL = 1;
  private static final List<String> LINES =
      List.of(
          "EHLO client.example\r\n",
          "MAIL FROM:<sender@hub.example>\r\n",
          "RCPT TO:<partner@branch.example>\r\n",
          "DATA\r\n",
          "Subject: one of many\r\n\r\n"
              + "0123456789abcdef0123456789abcd\r\n".repeat(31)
              + ".\r\n");

  /** Returns the acknowledged messages per second. */
  double rate(InetSocketAddress server) throws InterruptedException {
    var remaining = new AtomicInteger(messages);
    var unanswered = new CountDownLatch(messages);
    var scripts = new ArrayList<ScriptedClient>();
    try (var loop = new ClientLoop()) {
      long start = System.nanoTime();
      for (int i = 0; i < sessions && remaining.getAndDecrement() > 0; i++) {
        var script = new ScriptedClient(LINES, session -> next(session, remaining, unanswered));
        scripts.add(script);
        loop.connect(server, script);
      }
      unanswered.await();
      double seconds = (System.nanoTime() - start) / 1e9;
      if (scripts.stream().anyMatch(script -> script.refusals() > 0)) {
        throw new IllegalStateException("messages were refused");
      }
      return messages / seconds;
    }
  }

  private static void next(
      ScriptedClient session, AtomicInteger remaining, CountDownLatch unanswered) {
    unanswered.countDown();
    if (remaining.getAndDecrement() > 0) {
      session.again(MAIL);
    }
  }
}
