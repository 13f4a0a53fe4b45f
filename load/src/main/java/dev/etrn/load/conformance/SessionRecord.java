package dev.etrn.load.conformance;

import dev.etrn.load.protocol.Step;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The record of one session: its events, as the user's event loop reports them, with times and
 * names of steps as in the transcripts of cases.
 *
 * <p>It leaves out everything after the first {@value #MOST_OCTETS} octets, as if the session had
 * been broken off there.
 */
final class SessionRecord implements Consumer<Event> {

  private static final int MOST_OCTETS = 64 * 1024;
  private static final int MOST_EVENTS = 2_000;
  private static final String GREETING = "greeting";
  private static final String CLEAR_EHLO = "clear-ehlo";

  private final List<Event> events = new ArrayList<>();
  private final Consumer<SessionRecord> ended;
  private int octets;
  private boolean isOver;

  /**
   * Creates a record.
   *
   * @param ended a consumer of this record, called once when the connection is closed
   */
  SessionRecord(Consumer<SessionRecord> ended) {
    this.ended = ended;
  }

  @Override
  public void accept(Event event) {
    if (isOver) {
      return;
    }
    octets += octets(event);
    if (event instanceof Event.Closed) {
      // If the record was cut short, its end says nothing about the server, whoever closed the
      // session.
      events.add(octets <= MOST_OCTETS ? event : byUs(event));
      isOver = true;
      ended.accept(this);
    } else if (octets <= MOST_OCTETS && events.size() < MOST_EVENTS) {
      events.add(event);
    } else {
      // Nothing may be added from here on, or a reply would appear without its command.
      octets = MOST_OCTETS + 1;
    }
  }

  /** Returns the transcript; call it only after the session has ended. */
  Transcript transcript(String name) {
    long start = events.get(0).nanos();
    long secure =
        events.stream()
            .filter(event -> event instanceof Event.Handshake tls && tls.isSecure())
            .mapToLong(Event::nanos)
            .findFirst()
            .orElse(Long.MIN_VALUE);
    return new Transcript(
        name,
        events.stream().map(event -> named(event, secure).at(event.nanos() - start)).toList());
  }

  private static Event named(Event event, long secure) {
    if (!(event instanceof Event.Step step)) {
      return event;
    } else if (step.name().equals(Step.CONNECT.label())) {
      return new Event.Step(step.nanos(), step.end(), GREETING);
    } else if (step.name().equals(Step.EHLO.label()) && step.nanos() < secure) {
      return new Event.Step(step.nanos(), step.end(), CLEAR_EHLO);
    }
    return step;
  }

  private static Event byUs(Event closed) {
    return new Event.Closed(closed.nanos(), ((Event.Closed) closed).end(), Event.Closing.BY_US);
  }

  private static int octets(Event event) {
    return event instanceof Event.Sent sent
        ? sent.octets().size()
        : event instanceof Event.Received received ? received.octets().size() : 0;
  }
}
