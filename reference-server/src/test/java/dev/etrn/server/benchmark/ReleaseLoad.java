package dev.etrn.server.benchmark;

import dev.etrn.server.benchmark.client.ClientLoop;
import dev.etrn.server.benchmark.client.ScriptedClient;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The load of held messages that one ETRN releases.
 *
 * @param messages the number of messages
 * @param sink the exchanger that gets them
 */
record ReleaseLoad(int messages, FastSink sink) {

  private static final int QUEUED_MILLIS = 2000;
  private static final int AT_MOST_SECONDS = 120;

  /**
   * The result; both times count from the write of ETRN.
   *
   * @param firstMillis the time to the first connection
   * @param perSecond the messages per second, over the time to the last one
   */
  record Result(double firstMillis, double perSecond) {}

  /** Fills the queue, and empties it. */
  Result make(InetSocketAddress server) throws InterruptedException {
    double unused = new IntakeLoad(10, messages).rate(server);
    // Postfix answers 250 before its queue manager has put the message where ETRN finds it.
    ClientLoop.pass(QUEUED_MILLIS);
    sink.expect(messages);
    var greeted = new CountDownLatch(1);
    try (var loop = new ClientLoop()) {
      var greeting =
          new ScriptedClient(List.of("EHLO client.example\r\n"), done -> greeted.countDown());
      loop.connect(server, greeting);
      greeted.await();
      long start = System.nanoTime();
      greeting.write("ETRN branch.example\r\n");
      if (!sink.await(AT_MOST_SECONDS)) {
        throw new IllegalStateException("not all messages arrived");
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Result((sink.firstConnection() - start) / 1e6, messages / seconds);
    }
  }
}
