package dev.etrn.suites.catalogue.requirements;

import dev.etrn.suites.catalogue.Level;
import dev.etrn.suites.catalogue.Requirement;
import dev.etrn.suites.catalogue.Strictness;
import java.util.List;
import java.util.Optional;

/**
 * The factory of the requirements of one specification, for the data files of this package.
 *
 * @param name the name of the specification, such as {@code RFC 1985}
 */
record RequirementFactory(String name) {

  Requirement must(String id, Strictness strictness, String section, String sentence) {
    return requirement(id, Level.MUST, strictness, section, sentence);
  }

  Requirement should(String id, Strictness strictness, String section, String sentence) {
    return requirement(id, Level.SHOULD, strictness, section, sentence);
  }

  Requirement may(String id, String section, String sentence) {
    return requirement(id, Level.MAY, Strictness.NEVER, section, sentence);
  }

  Requirement implied(String id, Strictness strictness, String section, String sentence) {
    return requirement(id, Level.IMPL, strictness, section, sentence);
  }

  Requirement project(String id, Strictness strictness, String section, String sentence) {
    return requirement(id, Level.PROJ, strictness, section, sentence);
  }

  /**
   * Returns a declaration about the target.
   *
   * @param key the key in the configuration file, such as {@code nodes.denied}
   */
  Requirement declared(String id, String key, String sentence) {
    return new Requirement(
        id,
        Level.DECLARED,
        Strictness.ALWAYS,
        name + " key " + key,
        sentence,
        Optional.empty(),
        List.of());
  }

  private Requirement requirement(
      String id, Level level, Strictness strictness, String section, String sentence) {
    String place = section.isEmpty() ? name : name + " section " + section;
    return new Requirement(id, level, strictness, place, sentence, Optional.empty(), List.of());
  }
}
