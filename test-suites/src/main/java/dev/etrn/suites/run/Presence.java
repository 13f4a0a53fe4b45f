package dev.etrn.suites.run;

import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.ConnectionRate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the target is still there. One that greets no connection for five seconds is lost, and
 * stays so; a shorter absence, as of a server that starts anew, loses nothing. One that takes a
 * connection without a word may hang or be busy, so it has as much time to greet it as to answer a
 * command, and at least 15 seconds.
 */
final class Presence {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final int CONNECT_MILLIS = 1000;
  private static final long LEAST_GREET_MILLIS = 15_000;

  /** What was sent before a target went may be read that much later. */
  private static final long READ_LATE_NANOS = Duration.ofSeconds(1).toNanos();

  private final InetSocketAddress address;
  private final ConnectionRate rate;
  private final int greetMillis;
  private final AtomicLong lastSign = new AtomicLong(System.nanoTime());
  private final Map<String, Long> heard = new ConcurrentHashMap<>();
  private volatile boolean isLost;

  /**
   * @param rate of the run, which connections to see whether it is there count for too
   * @param greetsWithin how long a greeting may take, up to 24 days
   */
  Presence(InetSocketAddress address, ConnectionRate rate, Duration greetsWithin) {
    this.address = address;
    this.rate = rate;
    this.greetMillis = Math.toIntExact(Math.max(greetsWithin.toMillis(), LEAST_GREET_MILLIS));
  }

  /**
   * A play has ended; one with a connection that heard nothing is a reason to look.
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
    if (isDeaf(transcript)) {
      look();
    }
  }

  private static boolean isDeaf(Transcript transcript) {
    Set<End> heard =
        transcript.all(Event.Received.class).map(Event.AtEnd::end).collect(Collectors.toSet());
    return transcript.all(Event.Unreachable.class).findAny().isPresent()
        || transcript
            .all(Event.Opened.class)
            .map(Event.AtEnd::end)
            .anyMatch(end -> end.side() == End.Side.CLIENT && !heard.contains(end));
  }

  /** Looks whether it is there, for as long as it may be away. */
  synchronized void look() throws InterruptedException {
    long from = System.nanoTime();
    while (!isLost && !greets()) {
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

  private boolean greets() {
    rate.await();
    try (var socket = new Socket()) {
      socket.connect(address, CONNECT_MILLIS);
      socket.setSoTimeout(greetMillis);
      return socket.getInputStream().read() >= 0;
    } catch (IOException e) {
      return false;
    }
  }
}
