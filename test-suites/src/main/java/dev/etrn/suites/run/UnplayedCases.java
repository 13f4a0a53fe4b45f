package dev.etrn.suites.run;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The cases that a run had no time for. */
final class UnplayedCases {

  private static final int MOST_NAMED = 8;

  private UnplayedCases() {}

  /** Returns a sentence that names them, and the option that gives a run more time. */
  static String sentence(List<String> ids, Duration maxTime) {
    String names = ids.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    String rest = ids.size() > MOST_NAMED ? " and " + (ids.size() - MOST_NAMED) + " more" : "";
    return "the run was ended after "
        + text(maxTime)
        + (ids.isEmpty()
            ? ", before all rounds were played"
            : ", and " + ids.size() + (ids.size() == 1 ? " case was" : " cases were"))
        + (ids.isEmpty() ? "" : " not played (" + names + rest + ")")
        + ": give it more time with --max-time, or choose cases with --select";
  }

  private static String text(Duration time) {
    return time.toSecondsPart() == 0 && time.toMinutes() > 0
        ? time.toMinutes() + " min"
        : time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }
}
