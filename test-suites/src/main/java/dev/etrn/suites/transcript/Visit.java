package dev.etrn.suites.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a client under test did when it was told once to ask.
 *
 * @param asked the nodes that it was told to ask for
 * @param sessions the connections that it opened, in order
 * @param exit the exit code of its command; empty when there is none, or when it had to be ended
 * @param output the beginning of what its command printed
 * @param connectBack what came of a connection to where the client takes its mail, made while its
 *     ETRN waited for its reply; empty when none was tried
 */
public record Visit(
    List<String> asked,
    List<ClientSession> sessions,
    OptionalInt exit,
    String output,
    String connectBack) {

  /** What {@code connectBack} is when the connection was taken. */
  public static final String TAKEN = "taken";

  private static final String ASKED = "visit.asked";
  private static final String EXIT = "visit.exit";
  private static final String OUTPUT = "visit.output";
  private static final String CONNECT_BACK = "visit.connect-back";

  public Visit {
    asked = List.copyOf(asked);
    sessions = List.copyOf(sessions);
  }

  /** All visits of a transcript; each begins with the fact of what was asked for. */
  public static List<Visit> all(Transcript transcript) {
    List<Event.Fact> begins =
        transcript.all(Event.Fact.class).filter(f -> f.name().equals(ASKED)).toList();
    List<ClientSession> sessions = ClientSession.all(transcript);
    var visits = new ArrayList<Visit>();
    for (int i = 0; i < begins.size(); i++) {
      long from = begins.get(i).nanos();
      long to = i + 1 < begins.size() ? begins.get(i + 1).nanos() : Long.MAX_VALUE;
      visits.add(
          new Visit(
              words(begins.get(i).value()),
              sessions.stream().filter(s -> isWithin(s.openedNanos(), from, to)).toList(),
              fact(transcript, EXIT, from, to).mapToInt(Integer::parseInt).findFirst(),
              fact(transcript, OUTPUT, from, to).collect(Collectors.joining()),
              fact(transcript, CONNECT_BACK, from, to).findFirst().orElse("")));
    }
    return visits;
  }

  /** The fact that begins a visit. */
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

  /** What came of a connection to where the client takes its mail. */
  public static Event.Fact connectedBack(long nanos, String how) {
    return new Event.Fact(nanos, CONNECT_BACK, how);
  }

  /** Every command of every session, in order. */
  public Stream<ClientSession.Command> commands() {
    return sessions.stream().flatMap(s -> s.commands().stream());
  }

  /** Every ETRN of every session, in order. */
  public List<ClientSession.Command> etrns() {
    return commands().filter(command -> command.is("ETRN")).toList();
  }

  public boolean has(String verb) {
    return commands().anyMatch(command -> command.is(verb));
  }

  private static Stream<String> fact(Transcript transcript, String name, long from, long to) {
    return transcript
        .all(Event.Fact.class)
        .filter(f -> f.name().equals(name) && isWithin(f.nanos(), from, to))
        .map(Event.Fact::value);
  }

  private static boolean isWithin(long nanos, long from, long to) {
    return nanos >= from && nanos < to;
  }

  private static List<String> words(String text) {
    return Stream.of(text.split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> Octets.unescape(word).text())
        .toList();
  }
}
