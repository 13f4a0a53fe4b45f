package dev.etrn.reports.run;

import dev.etrn.suites.judge.Impediment;
import dev.etrn.suites.run.result.CaseResult;
import java.util.List;
import java.util.stream.Collectors;

/** The next step of a user after cases that ended inconclusive for one cause. */
public final class NextStep {

  private static final int MOST_NAMED = 4;

  private NextStep() {}

  /**
   * Returns the step as one phrase, such as a command.
   *
   * @param cases the cases of one cause, at least one
   */
  public static String of(List<CaseResult> cases, Report report) {
    return cases
        .get(0)
        .worst()
        .outcome()
        .impediment()
        .map(NextStep::of)
        .orElseGet(() -> alone(cases, report));
  }

  private static String of(Impediment impediment) {
    return switch (impediment) {
      case CONNECTION_LIMIT -> "lower --max-rate, or let this client connect more often";
      case LOGIN_REQUIRED -> "set target.tls or auth in etrn.yaml";
      case NO_REPLY -> "find out why the server does not answer in time, or raise target.timeout";
      case DEFERRAL -> "find out why the server defers nodes that nodes.permitted lists";
      case MAIL_NOT_HELD -> "let the server hold mail for these names until an ETRN releases it";
      case MAIL_NOT_TAKEN -> "let the server accept mail from this client for these names";
    };
  }

  private static String alone(List<CaseResult> cases, Report report) {
    return cases.stream()
        .limit(MOST_NAMED)
        .map(result -> " --select " + result.info().id())
        .collect(Collectors.joining("", "run them alone: " + report.command(), ""));
  }
}
