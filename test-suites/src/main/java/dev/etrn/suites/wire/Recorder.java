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

/** The recorder of the events of one experiment; safe for several threads. */
public final class Recorder {

  /** The most octets read by one case that are kept at each of its two sides. */
  public static final int MOST_OCTETS = 8 * 1024 * 1024;

  private final LongSupplier clock;
  private final long start;
  private final List<Event> events = new ArrayList<>();
  private long received;

  private Recorder(LongSupplier clock) {
    this.clock = clock;
    this.start = clock.getAsLong();
  }

  /** Returns a recorder whose time begins now. */
  public static Recorder start() {
    return new Recorder(System::nanoTime);
  }

  /**
   * Returns a recorder on another clock.
   *
   * @param clock the clock in nanoseconds, of any origin
   */
  public static Recorder start(LongSupplier clock) {
    return new Recorder(clock);
  }

  /** Returns the reading of the clock at which this recorder's time began. */
  public long startNanos() {
    return start;
  }

  /** Returns the nanoseconds since the start. */
  public long now() {
    return clock.getAsLong() - start;
  }

  /** Adds the event that {@code factory} makes for the current time. */
  public synchronized void record(LongFunction<? extends Event> factory) {
    Event event = factory.apply(now());
    received += event instanceof Event.Received arrival ? arrival.octets().size() : 0;
    events.add(event);
  }

  /** Returns true if there is room for more received octets. */
  public synchronized boolean hasRoom() {
    return received <= MOST_OCTETS;
  }

  /** Adds events recorded elsewhere, whose times are readings of the same clock. */
  public synchronized void join(Collection<? extends Event> absolute) {
    absolute.forEach(event -> events.add(event.at(event.nanos() - start)));
  }

  /** Drops the events that match. */
  public synchronized void forget(Predicate<Event> filter) {
    events.removeIf(filter);
  }

  public synchronized Transcript transcript(String caseId) {
    return new Transcript(caseId, events);
  }

  /** Returns the transcript of one end alone, so far. */
  public synchronized Transcript transcript(End end) {
    return new Transcript(
        "",
        events.stream()
            .filter(event -> event instanceof Event.AtEnd atEnd && atEnd.end().equals(end))
            .toList());
  }
}
