package dev.etrn.suites.cases.client;

import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Facts;
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

  /** Returns the baseline that the first visit shows. */
  public static BaselineVisit of(Visit visit, boolean own) {
    return new BaselineVisit(visit.etrns().size(), visit.has("MAIL"), visit.exit(), own);
  }

  /** Returns the facts of a transcript from which {@link #of(Transcript)} reads this back. */
  public List<LongFunction<Event.Fact>> facts() {
    Stream<LongFunction<Event.Fact>> always =
        Stream.of(
            Facts.BASELINE_ETRNS.of(etrns),
            Facts.BASELINE_MAIL.of(sendsMail),
            Facts.OWN_CLIENT.of(own));
    return Stream.concat(always, exit.stream().mapToObj(Facts.BASELINE_EXIT::of)).toList();
  }

  static BaselineVisit of(Transcript transcript) {
    return new BaselineVisit(
        transcript.fact(Facts.BASELINE_ETRNS).orElse(0),
        transcript.fact(Facts.BASELINE_MAIL).orElse(false),
        transcript.fact(Facts.BASELINE_EXIT).stream().mapToInt(Integer::intValue).findFirst(),
        transcript.fact(Facts.OWN_CLIENT).orElse(false));
  }
}
