package dev.etrn.suites.transcript;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything both ends saw in one experiment; the only input of a judge.
 *
 * @param caseId the case whose script made it
 * @param events in the order of their times
 */
public record Transcript(String caseId, List<Event> events) {

  public Transcript {
    events = events.stream().sorted(Comparator.comparingLong(Event::nanos)).toList();
  }

  /** The same with one more event. */
  public Transcript with(Event another) {
    return new Transcript(caseId, Stream.concat(events.stream(), Stream.of(another)).toList());
  }

  /** The events of one kind, in order. */
  public <E extends Event> Stream<E> all(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** The value of a fact, such as {@code node.permitted}. */
  public Optional<String> fact(String name) {
    return all(Event.Fact.class)
        .filter(f -> f.name().equals(name))
        .map(Event.Fact::value)
        .findFirst();
  }
}
