package dev.etrn.suites.run;

import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.ConnectionRate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Whether the target is still there. One that takes no connection for five seconds is lost, and
 * stays so; a shorter absence, as of a server that starts anew, loses nothing.
 */
final class Presence {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final int CONNECT_MILLIS = 1000;

  /** What was sent before a target went may be read that much later. */
  private static final long READ_LATE_NANOS = Duration.ofSeconds(1).toNanos();

  private final InetSocketAddress address;
  private final ConnectionRate rate;
  private final AtomicLong lastSign = new AtomicLong(System.nanoTime());
  private final Map<String, Long> heard = new ConcurrentHashMap<>();
  private volatile boolean isLost;

  /**
   * @param rate of the run, which connections to see whether it is there count for too
   */
  Presence(InetSocketAddress address, ConnectionRate rate) {
    this.address = address;
    this.rate = rate;
  }

  /**
   * A play has ended; one that could not connect is a reason to look.
   *
   * @param play names it: of each case the last play counts
   * @param from when its transcript begins, as {@link System#nanoTime()}
   */
  void ended(String play, long from, Transcript transcript) throws InterruptedException {
    OptionalLong last = transcript.all(Event.Received.class).mapToLong(Event::nanos).max();
    if (last.isPresent()) {
      heard.put(play, System.nanoTime());
      lastSign.accumulateAndGet(from + last.getAsLong(), Math::max);
    }
    if (transcript.all(Event.Unreachable.class).findAny().isPresent()) {
      look();
    }
  }

  /** Looks whether it is there, for as long as it may be away. */
  synchronized void look() throws InterruptedException {
    long from = System.nanoTime();
    while (!isLost && !takesConnections()) {
      isLost = System.nanoTime() - from > PATIENCE.toNanos();
      // Nothing counts this down: the time itself is what is wanted.
      boolean unused = new CountDownLatch(1).await(PAUSE.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  boolean isLost() {
    return isLost;
  }

  /** Whether a play may have seen the target go, so that what it saw is no finding. */
  boolean mayHaveSeenItGo(String play) {
    Long end = heard.get(play);
    return isLost && (end == null || end > lastSign.get() - READ_LATE_NANOS);
  }

  /** The plays that heard the target, those that ended last first. */
  Stream<String> lastHeardIn() {
    return heard.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .filter(this::mayHaveSeenItGo);
  }

  private boolean takesConnections() {
    rate.await();
    try (var socket = new Socket()) {
      socket.connect(address, CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
