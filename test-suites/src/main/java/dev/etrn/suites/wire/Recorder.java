package dev.etrn.suites.wire;

import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** Collects the events of one experiment; safe for several threads. */
public final class Recorder {

  /** The fact that more came than is recorded: where, and what. */
  public static final String BOUND = "bound";

  /** How much of what one case reads is kept at each of its two sides. */
  public static final int MOST_OCTETS = 8 * 1024 * 1024;

  private final LongSupplier clock;
  private final long start;
  private final List<Event> events = new ArrayList<>();
  private long received;

  private Recorder(LongSupplier clock) {
    this.clock = clock;
    this.start = clock.getAsLong();
  }

  /** A recorder whose time begins now. */
  public static Recorder start() {
    return new Recorder(System::nanoTime);
  }

  /**
   * A recorder on another clock.
   *
   * @param clock nanoseconds, of any origin
   */
  public static Recorder start(LongSupplier clock) {
    return new Recorder(clock);
  }

  /** The reading of the clock at which this recorder's time began. */
  public long startNanos() {
    return start;
  }

  /** Nanoseconds since the start. */
  public long now() {
    return clock.getAsLong() - start;
  }

  /** Adds the event that {@code made} makes of the present time. */
  public synchronized void record(LongFunction<? extends Event> made) {
    Event event = made.apply(now());
    received += event instanceof Event.Received read ? read.octets().size() : 0;
    events.add(event);
  }

  /** Whether more of what is read can be kept. */
  public synchronized boolean hasRoom() {
    return received <= MOST_OCTETS;
  }

  /** Adds events recorded elsewhere on the same clock, whose times are readings of it. */
  public synchronized void join(Collection<? extends Event> absolute) {
    absolute.forEach(event -> events.add(event.at(event.nanos() - start)));
  }

  /** Drops the events that fit. */
  public synchronized void forget(Predicate<Event> which) {
    events.removeIf(which);
  }

  public synchronized Transcript transcript(String caseId) {
    return new Transcript(caseId, events);
  }

  /** What was recorded at one end alone, so far. */
  public synchronized Transcript transcript(End end) {
    return new Transcript(
        "",
        events.stream()
            .filter(event -> event instanceof Event.AtEnd at && at.end().equals(end))
            .toList());
  }
}
