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
 * The liveness of a target during a run. A target that greets no connection for five seconds is
 * lost, and stays lost; a shorter absence, such as a restart of the server, does no harm. A target
 * that accepts a connection without a greeting, or without a reply to EHLO, may hang or be busy, so
 * it has as much time for either as for any reply, and at least ten seconds.
 */
public final class TargetLiveness {

  private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration LEAST_REPLY = Duration.ofSeconds(10);

  /** The delay with which octets that a target sent before it went may be read. */
  private static final long READ_LATE_NANOS = Duration.ofSeconds(1).toNanos();

  private final InetSocketAddress address;
  private final ConnectionRate rate;
  private final ClientSettings settings;
  private final AtomicLong lastSign = new AtomicLong(System.nanoTime());
  private final Map<String, Play> plays = new ConcurrentHashMap<>();
  private volatile boolean isLost;

  /**
   * The end of a case's last play.
   *
   * @param endNanos the time of its end, as {@link System#nanoTime()}
   * @param isAnswered true if the target answered anything in it
   */
  private record Play(long endNanos, boolean isAnswered) {}

  /**
   * @param rate the connection rate of the run, which checks of the target share
   * @param settings the settings of the run's connections
   */
  public TargetLiveness(InetSocketAddress address, ConnectionRate rate, ClientSettings settings) {
    this.address = address;
    this.rate = rate;
    this.settings = settings;
  }

  /**
   * Records the end of a play; checks the target if the play waited in vain or got no answer.
   *
   * @param play the name of the play; the last play of each name counts
   * @param startNanos the start of its transcript, as {@link System#nanoTime()}
   */
  public void ended(String play, long startNanos, Transcript transcript)
      throws InterruptedException {
    OptionalLong last = lastAnswer(transcript);
    plays.put(play, new Play(System.nanoTime(), last.isPresent()));
    last.ifPresent(nanos -> lastSign.accumulateAndGet(startNanos + nanos, Math::max));
    if (isDoubtful(transcript)) {
      look();
    }
  }

  /**
   * Returns the time of the last sign of life. A server that hangs may still greet, so only answers
   * to octets of ours count.
   */
  private static OptionalLong lastAnswer(Transcript transcript) {
    Set<End> sentEnds = new HashSet<>();
    OptionalLong last = OptionalLong.empty();
    for (Event event : transcript.events()) {
      if (event instanceof Event.Sent sent) {
        sentEnds.add(sent.end());
      } else if (event instanceof Event.Injected
          || (event instanceof Event.Received received
              && received.end().side() == End.Side.CLIENT
              && sentEnds.contains(received.end()))) {
        last = OptionalLong.of(event.nanos());
      }
    }
    return last;
  }

  private boolean isDoubtful(Transcript transcript) {
    Set<End> heard =
        transcript.all(Event.Received.class).map(Event.AtEnd::end).collect(Collectors.toSet());
    return transcript.all(Event.Unreachable.class).findAny().isPresent()
        || ofClient(transcript.all(Event.Opened.class))
            .anyMatch(event -> !heard.contains(event.end()))
        || ofClient(transcript.all(Event.Waited.class))
            .anyMatch(event -> event.waitedNanos() >= settings.timeouts().reply().toNanos());
  }

  private static <E extends Event.AtEnd> Stream<E> ofClient(Stream<E> events) {
    return events.filter(event -> event.end().side() == End.Side.CLIENT);
  }

  /** Checks whether the target answers, and waits for as long as it may be away. */
  public synchronized void look() throws InterruptedException {
    long startNanos = System.nanoTime();
    while (!isLost && !answers()) {
      isLost = System.nanoTime() - startNanos > LONGEST_ABSENCE.toNanos();
      // Nothing counts this down: the latch only waits for the time to pass.
      boolean unused = new CountDownLatch(1).await(PAUSE.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  public boolean isLost() {
    return isLost;
  }

  /** Returns true if the target may have gone during a play, so that its findings do not count. */
  public boolean mayHaveSeenItGo(String play) {
    Play ended = plays.get(play);
    return isLost && (ended == null || ended.endNanos() > lastSign.get() - READ_LATE_NANOS);
  }

  /** Returns the plays during which the target last answered, the latest end first. */
  public Stream<String> lastHeardIn() {
    return plays.entrySet().stream()
        .filter(play -> play.getValue().isAnswered() && mayHaveSeenItGo(play.getKey()))
        .sorted(Comparator.comparingLong(play -> -play.getValue().endNanos()))
        .map(Map.Entry::getKey);
  }

  private ClientSettings patientSettings() {
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
    try (WireClient client = SocketClient.connect(address, 1, recorder, patientSettings())) {
      if (client.reply().isEmpty()) {
        // A server that answers without SMTP is alive too.
        return recorder.transcript("presence").all(Event.Received.class).findAny().isPresent();
      }
      boolean isAnswered = client.line(client.identity().hello()).reply().isPresent();
      return !client.send("QUIT\r\n").isOpen() || isAnswered;
    }
  }
}
