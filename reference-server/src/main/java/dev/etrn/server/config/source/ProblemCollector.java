package dev.etrn.server.config.source;

import java.util.ArrayList;
import java.util.List;

/** The collector of a configuration's problems, so that one run shows all of them. */
public final class ProblemCollector {

  private final List<ConfigurationProblem> problems = new ArrayList<>();

  public void error(SourceLine line, String sentence) {
    problems.add(new ConfigurationProblem(true, line.file(), line.number(), sentence));
  }

  public void warning(SourceLine line, String sentence) {
    problems.add(new ConfigurationProblem(false, line.file(), line.number(), sentence));
  }

  public List<ConfigurationProblem> found() {
    return List.copyOf(problems);
  }

  public void throwIfAnyIsAnError() throws ConfigurationException {
    if (problems.stream().anyMatch(ConfigurationProblem::isError)) {
      throw new ConfigurationException(problems);
    }
  }
}
