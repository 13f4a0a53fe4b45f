package dev.etrn.suites.cases.client;

import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.transcript.Visit;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * The baseline of a client: its behaviour in a first visit in which ETRN was offered and every
 * command was answered 250. Its other visits are compared with this.
 *
 * @param etrns the number of ETRNs that it sent
 * @param sendsMail true if a message followed
 * @param exit the exit code of its command
 * @param own true if it is the client of this project
 */
public record BaselineVisit(int etrns, boolean sendsMail, OptionalInt exit, boolean own) {

  private static final String ETRNS = "usual.etrns";
  private static final String MAIL = "usual.mail";
  private static final String EXIT = "usual.exit";
  private static final String OWN = "client.own";

  /** Returns the baseline that the first visit shows. */
  public static BaselineVisit of(Visit visit, boolean own) {
    return new BaselineVisit(visit.etrns().size(), visit.has("MAIL"), visit.exit(), own);
  }

  /** Returns the facts of a transcript from which {@link #of(Transcript)} reads this back. */
  public List<LongFunction<Event.Fact>> facts() {
    Stream<LongFunction<Event.Fact>> always =
        Stream.of(
            nanos -> new Event.Fact(nanos, ETRNS, Integer.toString(etrns)),
            nanos -> new Event.Fact(nanos, MAIL, Boolean.toString(sendsMail)),
            nanos -> new Event.Fact(nanos, OWN, Boolean.toString(own)));
    Stream<LongFunction<Event.Fact>> code =
        exit.stream().mapToObj(e -> nanos -> new Event.Fact(nanos, EXIT, Integer.toString(e)));
    return Stream.concat(always, code).toList();
  }

  static BaselineVisit of(Transcript transcript) {
    return new BaselineVisit(
        transcript.fact(ETRNS).map(Integer::parseInt).orElse(0),
        transcript.fact(MAIL).filter("true"::equals).isPresent(),
        transcript.fact(EXIT).stream().mapToInt(Integer::parseInt).findFirst(),
        transcript.fact(OWN).filter("true"::equals).isPresent());
  }
}
