package dev.etrn.suites.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A visit of a client under test, which was told once to ask for its mail.
 *
 * @param asked the nodes that it was told to ask for
 * @param sessions the connections that it opened, in order
 * @param exit the exit code of its command; empty if there is none, or if it had to be ended
 * @param output the beginning of the output of its command
 * @param connectBack the result of a connection to the port on which the client receives mail, made
 *     while its ETRN waited for its reply; empty if none was tried
 */
public record Visit(
    List<String> asked,
    List<ClientSession> sessions,
    OptionalInt exit,
    String output,
    String connectBack) {

  /** The value of {@code connectBack} if the connection was accepted. */
  public static final String TAKEN = "taken";

  public Visit {
    asked = List.copyOf(asked);
    sessions = List.copyOf(sessions);
  }

  /** Returns all visits of a transcript; each begins with {@link Facts#VISIT_ASKED}. */
  public static List<Visit> all(Transcript transcript) {
    List<Event.Fact> starts = transcript.facts(Facts.VISIT_ASKED).toList();
    List<ClientSession> sessions = ClientSession.all(transcript);
    var visits = new ArrayList<Visit>();
    for (int i = 0; i < starts.size(); i++) {
      long start = starts.get(i).nanos();
      long end = i + 1 < starts.size() ? starts.get(i + 1).nanos() : Long.MAX_VALUE;
      visits.add(
          new Visit(
              Facts.VISIT_ASKED.valueOf(starts.get(i)),
              sessions.stream().filter(s -> isWithin(s.openedNanos(), start, end)).toList(),
              values(transcript, Facts.VISIT_EXIT, start, end)
                  .mapToInt(Integer::intValue)
                  .findFirst(),
              values(transcript, Facts.VISIT_OUTPUT, start, end).collect(Collectors.joining()),
              values(transcript, Facts.VISIT_CONNECT_BACK, start, end).findFirst().orElse("")));
    }
    return visits;
  }

  /** Returns every command of every session, in order. */
  public Stream<ClientSession.Command> commands() {
    return sessions.stream().flatMap(s -> s.commands().stream());
  }

  /** Returns every ETRN of every session, in order. */
  public List<ClientSession.Command> etrns() {
    return commands().filter(command -> command.is("ETRN")).toList();
  }

  public boolean has(String verb) {
    return commands().anyMatch(command -> command.is(verb));
  }

  private static <T> Stream<T> values(Transcript transcript, FactKey<T> key, long start, long end) {
    return transcript
        .facts(key)
        .filter(fact -> isWithin(fact.nanos(), start, end))
        .map(key::valueOf);
  }

  private static boolean isWithin(long nanos, long start, long end) {
    return nanos >= start && nanos < end;
  }
}
