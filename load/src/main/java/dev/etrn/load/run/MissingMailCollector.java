package dev.etrn.load.run;

import dev.etrn.load.exchanger.Arrival;
import dev.etrn.load.exchanger.LoadSink;
import dev.etrn.load.exchanger.SessionRefusedException;
import dev.etrn.load.exchanger.TargetSession;
import dev.etrn.load.exchanger.Token;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.transcript.Reply;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The collector of missing mail: after a run it sends ETRN for all mail that has not arrived, so
 * that mail that is still missing then is lost and not just waiting.
 */
final class MissingMailCollector {

  private static final int ROUNDS = 5;
  private static final int LOOK_MILLIS = 50;

  private final InetSocketAddress target;
  private final TargetProfile profile;

  /**
   * Creates a collector.
   *
   * @param profile the way in which sessions begin, and the longest time that a release may take
   */
  MissingMailCollector(InetSocketAddress target, TargetProfile profile) {
    this.target = target;
    this.profile = profile;
  }

  /** Collects mail until everything has arrived, or nothing arrives any more. */
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

  /**
   * Waits until {@code most} more messages have arrived, or none has for as long as a release may
   * take.
   */
  private void awaitQuiet(LoadSink sink, int most) throws InterruptedException {
    long limit = sink.count() + most;
    long seen = sink.count();
    long last = System.nanoTime();
    while (sink.count() < limit && System.nanoTime() - last < profile.within().toNanos()) {
      boolean unused = new CountDownLatch(1).await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      if (sink.count() > seen) {
        seen = sink.count();
        last = System.nanoTime();
      }
    }
  }

  private void ask(String node) {
    try (var session = TargetSession.open(target, profile)) {
      Optional<Reply> unused = session.ask("ETRN " + node);
    } catch (SessionRefusedException e) {
      // The mail that does not arrive now is lost, and the delivery counts say so.
      return;
    }
  }

  private static Set<String> missing(Collection<Token> expected, LoadSink sink) {
    Set<String> arrived = new HashSet<>();
    sink.arrivals().stream().map(Arrival::token).forEach(arrived::add);
    var missing = new TreeSet<String>();
    for (Token token : expected) {
      if (!arrived.contains(token.text())) {
        missing.add(token.text());
      }
    }
    return missing;
  }
}
