package dev.etrn.suites.run.liveness;

import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.client.ClientSettings;
import dev.etrn.suites.wire.client.ConnectionRate;
import dev.etrn.suites.wire.client.ConnectionTimeouts;
import dev.etrn.suites.wire.client.SocketClient;
import dev.etrn.suites.wire.client.WireClient;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
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
 * connection and leaves it without a greeting, or without a reply to EHLO, may hang or be busy, so
 * it has as much time for either as for any reply, and at least ten seconds.
 */
public final class TargetLiveness {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration LEAST_REPLY = Duration.ofSeconds(10);

  /** What was sent before a target went may be read that much later. */
  private static final long READ_LATE_NANOS = Duration.ofSeconds(1).toNanos();

  private final InetSocketAddress address;
  private final ConnectionRate rate;
  private final ClientSettings settings;
  private final AtomicLong lastSign = new AtomicLong(System.nanoTime());
  private final Map<String, Play> plays = new ConcurrentHashMap<>();
  private volatile boolean isLost;

  /**
   * @param endNanos as {@link System#nanoTime()}
   * @param isAnswered whether the target answered anything in it
   */
  private record Play(long endNanos, boolean isAnswered) {}

  /**
   * @param rate of the run, which connections to see whether it is there count for too
   * @param settings of the run's connections
   */
  public TargetLiveness(InetSocketAddress address, ConnectionRate rate, ClientSettings settings) {
    this.address = address;
    this.rate = rate;
    this.settings = settings;
  }

  /**
   * A play has ended; one that waited in vain, or was not heard at all, is a reason to look.
   *
   * @param play names it: of each case the last play counts
   * @param from when its transcript begins, as {@link System#nanoTime()}
   */
  public void ended(String play, long from, Transcript transcript) throws InterruptedException {
    OptionalLong last = lastAnswer(transcript);
    plays.put(play, new Play(System.nanoTime(), last.isPresent()));
    last.ifPresent(nanos -> lastSign.accumulateAndGet(from + nanos, Math::max));
    if (isDoubtful(transcript)) {
      look();
    }
  }

  /**
   * A server that hangs may still greet, so that only what follows an own word is a sign of life.
   */
  private static OptionalLong lastAnswer(Transcript transcript) {
    Set<End> asked = new HashSet<>();
    OptionalLong last = OptionalLong.empty();
    for (Event event : transcript.events()) {
      if (event instanceof Event.Sent sent) {
        asked.add(sent.end());
      } else if (event instanceof Event.Injected
          || (event instanceof Event.Received received
              && received.end().side() == End.Side.CLIENT
              && asked.contains(received.end()))) {
        last = OptionalLong.of(event.nanos());
      }
    }
    return last;
  }

  private boolean isDoubtful(Transcript transcript) {
    Set<End> heard =
        transcript.all(Event.Received.class).map(Event.AtEnd::end).collect(Collectors.toSet());
    return transcript.all(Event.Unreachable.class).findAny().isPresent()
        || ofClient(transcript.all(Event.Opened.class)).anyMatch(one -> !heard.contains(one.end()))
        || ofClient(transcript.all(Event.Waited.class))
            .anyMatch(one -> one.waitedNanos() >= settings.timeouts().reply().toNanos());
  }

  private static <E extends Event.AtEnd> Stream<E> ofClient(Stream<E> events) {
    return events.filter(one -> one.end().side() == End.Side.CLIENT);
  }

  /** Looks whether it is there, for as long as it may be away. */
  public synchronized void look() throws InterruptedException {
    long from = System.nanoTime();
    while (!isLost && !answers()) {
      isLost = System.nanoTime() - from > PATIENCE.toNanos();
      // Nothing counts this down: the time itself is what is wanted.
      boolean unused = new CountDownLatch(1).await(PAUSE.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  public boolean isLost() {
    return isLost;
  }

  /** Whether a play may have seen the target go, so that what it saw is no finding. */
  public boolean mayHaveSeenItGo(String play) {
    Play known = plays.get(play);
    return isLost && (known == null || known.endNanos() > lastSign.get() - READ_LATE_NANOS);
  }

  /** The plays in which the target answered at the end, those that ended last first. */
  public Stream<String> lastHeardIn() {
    return plays.entrySet().stream()
        .filter(play -> play.getValue().isAnswered() && mayHaveSeenItGo(play.getKey()))
        .sorted(Comparator.comparingLong(play -> -play.getValue().endNanos()))
        .map(Map.Entry::getKey);
  }

  private ClientSettings patient() {
    var timeouts =
        new ConnectionTimeouts(
            atLeast(settings.timeouts().greeting()), atLeast(settings.timeouts().reply()));
    return new ClientSettings(settings.identity(), CONNECT, timeouts, settings.isEncrypted());
  }

  private static Duration atLeast(Duration time) {
    return time.compareTo(LEAST_REPLY) > 0 ? time : LEAST_REPLY;
  }

  private boolean answers() {
    rate.await();
    var recorder = Recorder.start();
    try (WireClient client = SocketClient.connect(address, 1, recorder, patient())) {
      if (client.reply().isEmpty()) {
        // Whoever speaks no SMTP speaks.
        return recorder.transcript("presence").all(Event.Received.class).findAny().isPresent();
      }
      boolean isAnswered = client.line(client.identity().hello()).reply().isPresent();
      return !client.send("QUIT\r\n").isOpen() || isAnswered;
    }
  }
}
