package dev.etrn.suites.judge;

import java.util.List;
import java.util.Optional;

/**
 * The weighed result of a case.
 *
 * @param verdict the most serious consequence of the findings
 * @param observed the observation, in one or a few sentences
 * @param requirements the ids of the requirements of the findings of this weight, each once
 * @param impediment the impediment that made the case inconclusive, if it is one of those
 */
public record Outcome(
    Verdict verdict, String observed, List<String> requirements, Optional<Impediment> impediment) {

  public Outcome {
    requirements = List.copyOf(requirements);
  }

  /** An outcome without an impediment. */
  public Outcome(Verdict verdict, String observed, List<String> requirements) {
    this(verdict, observed, requirements, Optional.empty());
  }

  /** An outcome that rests on no requirement. */
  public Outcome(Verdict verdict, String observed) {
    this(verdict, observed, List.of());
  }

  /** Returns the same outcome with more words. */
  public Outcome withObserved(String words) {
    return new Outcome(verdict, words, requirements, impediment);
  }
}
