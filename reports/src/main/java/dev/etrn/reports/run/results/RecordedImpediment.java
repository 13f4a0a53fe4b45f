package dev.etrn.reports.run.results;

import dev.etrn.suites.judge.Impediment;
import dev.etrn.suites.judge.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The impediment of a recorded outcome. {@code results.json} has no field for it, so that it is
 * read from the words of the observation, whichever version of the harness wrote them.
 */
final class RecordedImpediment {

  private record Words(Impediment impediment, Pattern pattern) {
    Words(Impediment impediment, String pattern) {
      this(impediment, Pattern.compile(pattern));
    }
  }

  /** The words of each impediment; the first that is found counts. */
  private static final List<Words> WORDS =
      List.of(
          new Words(Impediment.CONNECTION_LIMIT, "(?i)too many|421|no connection"),
          new Words(Impediment.LOGIN_REQUIRED, "wants TLS or authentication|\\b530\\b"),
          new Words(
              Impediment.NO_REPLY, "does not answer ETRN|answers no ETRN|no reply|not answered"),
          new Words(Impediment.DEFERRAL, "\\b458\\b"),
          new Words(Impediment.MAIL_NOT_HELD, "does not hold mail"),
          new Words(Impediment.MAIL_NOT_TAKEN, "took no message"));

  private RecordedImpediment() {}

  static Optional<Impediment> of(Verdict verdict, String observed) {
    return verdict == Verdict.INCONCLUSIVE
        ? WORDS.stream()
            .filter(words -> words.pattern().matcher(observed).find())
            .map(Words::impediment)
            .findFirst()
        : Optional.empty();
  }
}
