package dev.etrn.server.config.pmdf;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be used; the message has a line for each problem. */
public final class ConfigurationException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  ConfigurationException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** All that was found, errors and warnings, in the order of the files. */
  public List<Problem> problems() {
    return problems;
  }
}
