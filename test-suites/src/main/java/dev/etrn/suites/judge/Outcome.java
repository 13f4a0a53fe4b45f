package dev.etrn.suites.judge;

import java.util.List;

/**
 * The weighed result of one case.
 *
 * @param verdict the most serious consequence of the findings
 * @param observed what came, in one or a few sentences
 * @param requirements ids of the requirements that the findings of this weight speak of, each once
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
