package dev.etrn.reports.run;

import dev.etrn.suites.run.result.CaseResult;
import java.util.List;
import java.util.stream.Collectors;

/** The next step of a user after cases that ended inconclusive for one cause. */
public final class NextStep {

  private static final int MOST_NAMED = 4;

  private record Advice(String pattern, String step) {}

  /** The advice by observation; the first that matches counts. */
  private static final List<Advice> ADVICE =
      List.of(
          new Advice(
              "(?i).*(too many|421|no connection).*",
              "lower --max-rate, or let this client connect more often"),
          new Advice(
              ".*(wants TLS or authentication|\\b530\\b).*", "set target.tls or auth in etrn.yaml"),
          new Advice(
              ".*(does not answer ETRN|answers no ETRN|no reply|not answered).*",
              "find out why the server does not answer in time, or raise target.timeout"),
          new Advice(
              ".*\\b458\\b.*", "find out why the server defers nodes that nodes.permitted lists"),
          new Advice(
              ".*does not hold mail.*",
              "let the server hold mail for these names until an ETRN releases it"),
          new Advice(
              ".*took no message.*",
              "let the server accept mail from this client for these names"));

  private NextStep() {}

  /**
   * Returns the step as one phrase, such as a command.
   *
   * @param cases the cases of one cause, at least one
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
        .map(result -> " --select " + result.info().id())
        .collect(Collectors.joining("", "run them alone: " + report.command(), ""));
  }
}
