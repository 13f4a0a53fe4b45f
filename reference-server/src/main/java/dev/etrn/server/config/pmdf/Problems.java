package dev.etrn.server.config.pmdf;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that one run shows all of it. */
final class Problems {

  private final List<Problem> found = new ArrayList<>();

  void error(SourceLine at, String sentence) {
    found.add(new Problem(true, at.file(), at.number(), sentence));
  }

  void warning(SourceLine at, String sentence) {
    found.add(new Problem(false, at.file(), at.number(), sentence));
  }

  List<Problem> found() {
    return List.copyOf(found);
  }

  void throwIfAnyIsAnError() throws ConfigurationException {
    if (found.stream().anyMatch(Problem::isError)) {
      throw new ConfigurationException(found);
    }
  }
}
