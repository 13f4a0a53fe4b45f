package dev.etrn.suites.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * A requirement: a sentence of a specification in our words.
 *
 * @param id the stable id, such as {@code ETRN-038}
 * @param level the strength of the requirement
 * @param strictness the consequence of breaking it
 * @param spec the place in the specification, such as {@code RFC 1985 section 7}
 * @param sentence the requirement, in our words
 * @param untestable the reason for which neither a case nor a unit test covers it, if none does
 * @param unitTests the tests of this project's own server or client that cover what cannot be seen
 *     from outside, each as {@code Class#method}
 */
public record Requirement(
    String id,
    Level level,
    Strictness strictness,
    String spec,
    String sentence,
    Optional<String> untestable,
    List<String> unitTests) {

  public Requirement {
    unitTests = List.copyOf(unitTests);
  }

  /** Returns this requirement with the reason why nothing covers it. */
  public Requirement untestable(String why) {
    return new Requirement(id, level, strictness, spec, sentence, Optional.of(why), unitTests);
  }

  /** Returns this requirement as covered by these tests. */
  public Requirement unitTested(String... tests) {
    return new Requirement(id, level, strictness, spec, sentence, untestable, List.of(tests));
  }
}
