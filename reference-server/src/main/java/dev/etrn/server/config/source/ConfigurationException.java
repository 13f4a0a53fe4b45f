package dev.etrn.server.config.source;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be used; the message has a line for each problem. */
public final class ConfigurationException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<ConfigurationProblem> problems;

  ConfigurationException(List<ConfigurationProblem> problems) {
    super(problems.stream().map(ConfigurationProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Returns all problems, errors and warnings, in the order of the files. */
  public List<ConfigurationProblem> problems() {
    return problems;
  }
}
