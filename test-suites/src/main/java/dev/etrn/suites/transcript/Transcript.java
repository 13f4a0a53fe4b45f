package dev.etrn.suites.transcript;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The record of everything that the harness saw at its ends in an experiment; the only input of a
 * judge.
 *
 * @param caseId the id of the case whose script made it
 * @param events the events in the order of their times
 */
public record Transcript(String caseId, List<Event> events) {

  public Transcript {
    events = events.stream().sorted(Comparator.comparingLong(Event::nanos)).toList();
  }

  /** Returns this transcript with one more event. */
  public Transcript with(Event another) {
    return new Transcript(caseId, Stream.concat(events.stream(), Stream.of(another)).toList());
  }

  /** Returns the events of one kind, in order. */
  public <E extends Event> Stream<E> all(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** Returns the facts with this key, in order. */
  public Stream<Event.Fact> facts(FactKey<?> key) {
    return all(Event.Fact.class).filter(key::isOf);
  }

  /** Returns the value of the first fact with this key. */
  public <T> Optional<T> fact(FactKey<T> key) {
    return facts(key).map(key::valueOf).findFirst();
  }
}
