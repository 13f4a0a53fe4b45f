package dev.etrn.reports.run;

import dev.etrn.suites.run.result.CaseResult;
import java.util.List;
import java.util.stream.Collectors;

/** What a user can do about cases that ended inconclusive for one cause. */
public final class NextStep {

  private static final int MOST_NAMED = 4;

  private record Advice(String pattern, String step) {}

  /** The first that fits counts. */
  private static final List<Advice> ADVICE =
      List.of(
          new Advice(
              "(?i).*(too many|421|no connection).*",
              "give --max-rate a smaller number, or let this client connect more often"),
          new Advice(
              ".*(wants TLS or authentication|\\b530\\b).*",
              "say in etrn.yaml how to get in: target.tls, auth"),
          new Advice(
              ".*(answers no ETRN|no reply|not answered).*",
              "see why the server does not answer in time, or give it longer with target.timeout"),
          new Advice(
              ".*\\b458\\b.*", "see why the server puts off what nodes.permitted says it accepts"),
          new Advice(
              ".*does not hold mail.*",
              "have the server keep mail for these names until ETRN asks for it"),
          new Advice(
              ".*took no message.*", "have the server take mail from this client for these names"));

  private NextStep() {}

  /**
   * In one phrase, such as a command.
   *
   * @param cases of one cause, at least one
   */
  public static String of(List<CaseResult> cases, Report report) {
    String observed = cases.get(0).observed();
    return ADVICE.stream()
        .filter(advice -> observed.matches("(?s)" + advice.pattern()))
        .map(Advice::step)
        .findFirst()
        .orElseGet(() -> alone(cases, report));
  }

  private static String alone(List<CaseResult> cases, Report report) {
    return cases.stream()
        .limit(MOST_NAMED)
        .map(one -> " --select " + one.info().id())
        .collect(Collectors.joining("", "play them alone: " + report.command(), ""));
  }
}
