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
 * Asks, after a run, for all that has not come yet, so that what then is missing is lost and not
 * just waiting.
 */
final class MissingMailCollector {

  private static final int ROUNDS = 5;
  private static final int LOOK_MILLIS = 50;

  private final InetSocketAddress target;
  private final TargetProfile profile;

  /**
   * @param profile how its sessions begin, and how long a release may take
   */
  MissingMailCollector(InetSocketAddress target, TargetProfile profile) {
    this.target = target;
    this.profile = profile;
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
    while (sink.count() < target && System.nanoTime() - last < profile.within().toNanos()) {
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
      // What then does not come is lost, and the accounts say so.
      return;
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
