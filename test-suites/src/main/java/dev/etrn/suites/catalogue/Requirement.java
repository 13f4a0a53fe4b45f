package dev.etrn.suites.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * One sentence of a specification in our words.
 *
 * @param id stable, such as {@code ETRN-038}
 * @param level how strongly it is asked for
 * @param strictness what breaking it amounts to
 * @param spec where it stands, such as {@code RFC 1985 section 7}
 * @param sentence the requirement, in our words
 * @param untestable why neither a case nor a unit test covers it, when none does
 * @param unitTests tests of this project's own server or client that cover what cannot be seen from
 *     outside, each as {@code Class#method}
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

  /** The same requirement, with the reason why nothing covers it. */
  public Requirement untestable(String why) {
    return new Requirement(id, level, strictness, spec, sentence, Optional.of(why), unitTests);
  }

  /** The same requirement, covered by these tests. */
  public Requirement unitTested(String... tests) {
    return new Requirement(id, level, strictness, spec, sentence, untestable, List.of(tests));
  }
}
