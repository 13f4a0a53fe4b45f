package dev.etrn.suites.judge;

import java.util.List;

/**
 * The weighed result of a case.
 *
 * @param verdict the most serious consequence of the findings
 * @param observed the observation, in one or a few sentences
 * @param requirements the ids of the requirements of the findings of this weight, each once
 */
public record Outcome(Verdict verdict, String observed, List<String> requirements) {

  public Outcome {
    requirements = List.copyOf(requirements);
  }

  /** An outcome that rests on no requirement. */
  public Outcome(Verdict verdict, String observed) {
    this(verdict, observed, List.of());
  }
}
