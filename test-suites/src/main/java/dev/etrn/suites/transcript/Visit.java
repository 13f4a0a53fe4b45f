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

  private static final String ASKED = "visit.asked";
  private static final String EXIT = "visit.exit";
  private static final String OUTPUT = "visit.output";
  private static final String CONNECT_BACK = "visit.connect-back";

  public Visit {
    asked = List.copyOf(asked);
    sessions = List.copyOf(sessions);
  }

  /** Returns all visits of a transcript; each begins with the fact {@value #ASKED}. */
  public static List<Visit> all(Transcript transcript) {
    List<Event.Fact> starts =
        transcript.all(Event.Fact.class).filter(f -> f.name().equals(ASKED)).toList();
    List<ClientSession> sessions = ClientSession.all(transcript);
    var visits = new ArrayList<Visit>();
    for (int i = 0; i < starts.size(); i++) {
      long start = starts.get(i).nanos();
      long end = i + 1 < starts.size() ? starts.get(i + 1).nanos() : Long.MAX_VALUE;
      visits.add(
          new Visit(
              words(starts.get(i).value()),
              sessions.stream().filter(s -> isWithin(s.openedNanos(), start, end)).toList(),
              fact(transcript, EXIT, start, end).mapToInt(Integer::parseInt).findFirst(),
              fact(transcript, OUTPUT, start, end).collect(Collectors.joining()),
              fact(transcript, CONNECT_BACK, start, end).findFirst().orElse("")));
    }
    return visits;
  }

  /** Returns the fact that begins a visit. */
  public static Event.Fact asks(long nanos, List<String> nodes) {
    return new Event.Fact(
        nanos,
        ASKED,
        nodes.stream()
            .map(node -> Octets.of(node).escaped().replace(" ", "\\x20"))
            .collect(Collectors.joining(" ")));
  }

  public static Event.Fact exited(long nanos, int code) {
    return new Event.Fact(nanos, EXIT, Integer.toString(code));
  }

  public static Event.Fact printed(long nanos, String output) {
    return new Event.Fact(nanos, OUTPUT, output);
  }

  /** Returns the fact of a connection to the port on which the client receives mail. */
  public static Event.Fact connectedBack(long nanos, String result) {
    return new Event.Fact(nanos, CONNECT_BACK, result);
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

  private static Stream<String> fact(Transcript transcript, String name, long start, long end) {
    return transcript
        .all(Event.Fact.class)
        .filter(f -> f.name().equals(name) && isWithin(f.nanos(), start, end))
        .map(Event.Fact::value);
  }

  private static boolean isWithin(long nanos, long start, long end) {
    return nanos >= start && nanos < end;
  }

  private static List<String> words(String text) {
    return Stream.of(text.split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> Octets.unescape(word).text())
        .toList();
  }
}
