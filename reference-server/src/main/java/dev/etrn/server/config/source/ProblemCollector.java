package dev.etrn.server.config.source;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that one run shows all of it. */
public final class ProblemCollector {

  private final List<ConfigurationProblem> found = new ArrayList<>();

  public void error(SourceLine at, String sentence) {
    found.add(new ConfigurationProblem(true, at.file(), at.number(), sentence));
  }

  public void warning(SourceLine at, String sentence) {
    found.add(new ConfigurationProblem(false, at.file(), at.number(), sentence));
  }

  public List<ConfigurationProblem> found() {
    return List.copyOf(found);
  }

  public void throwIfAnyIsAnError() throws ConfigurationException {
    if (found.stream().anyMatch(ConfigurationProblem::isError)) {
      throw new ConfigurationException(found);
    }
  }
}
