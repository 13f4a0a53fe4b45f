package dev.etrn.load.run;

import dev.etrn.load.exchanger.Arrival;
import dev.etrn.load.exchanger.LoadSink;
import dev.etrn.load.exchanger.Token;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.SocketClient;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks, after a run, for all that has not come yet, so that what then is missing is lost and not
 * just waiting.
 */
final class Sweep {

  private static final int ROUNDS = 5;
  private static final int LOOK_MILLIS = 50;

  private final InetSocketAddress target;
  private final Duration replyWithin;
  private final Duration within;

  /**
   * @param within how long a release may take
   */
  Sweep(InetSocketAddress target, Duration replyWithin, Duration within) {
    this.target = target;
    this.replyWithin = replyWithin;
    this.within = within;
  }

  /** Ends when everything came, or nothing comes any more. */
  void go(Collection<Token> expected, LoadSink sink) throws InterruptedException {
    Set<String> missing = missing(expected, sink);
    awaitQuiet(sink, missing.size());
    missing = missing(expected, sink);
    for (int round = 0; round < ROUNDS && !missing.isEmpty(); round++) {
      missing.stream().map(Token::nodeOf).distinct().sorted().forEach(this::ask);
      awaitQuiet(sink, missing.size());
      missing = missing(expected, sink);
    }
  }

  /** Until {@code most} more came, or none for as long as a release may take. */
  private void awaitQuiet(LoadSink sink, int most) throws InterruptedException {
    long target = sink.count() + most;
    long seen = sink.count();
    long last = System.nanoTime();
    while (sink.count() < target && System.nanoTime() - last < within.toNanos()) {
      boolean unused = new CountDownLatch(1).await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      if (sink.count() > seen) {
        seen = sink.count();
        last = System.nanoTime();
      }
    }
  }

  private void ask(String node) {
    try (var client = SocketClient.connect(target, 1, Recorder.start(), replyWithin, replyWithin)) {
      client.reply();
      client.line("EHLO client.example").reply();
      client.line("ETRN " + node).reply();
      client.line("QUIT").reply();
    }
  }

  private static Set<String> missing(Collection<Token> expected, LoadSink sink) {
    Set<String> came = new HashSet<>();
    sink.arrivals().stream().map(Arrival::token).forEach(came::add);
    var missing = new TreeSet<String>();
    for (Token token : expected) {
      if (!came.contains(token.text())) {
        missing.add(token.text());
      }
    }
    return missing;
  }
}
