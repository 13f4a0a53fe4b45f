package dev.etrn.suites.catalogue;

import java.util.Optional;

/** Writes requirements of one specification; only the data files of this package use it. */
record Spec(String name) {

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

  private Requirement requirement(
      String id, Level level, Strictness strictness, String section, String sentence) {
    return new Requirement(
        id, level, strictness, name + " section " + section, sentence, Optional.empty());
  }

  /** The same requirement, with the reason why no case covers it. */
  static Requirement untestable(Requirement r, String why) {
    return new Requirement(
        r.id(), r.level(), r.strictness(), r.spec(), r.sentence(), Optional.of(why));
  }
}
