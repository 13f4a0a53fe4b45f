package dev.etrn.server.fault;

import java.util.Set;

/**
 * What a fault amounts to.
 *
 * @param sentence what the mutant does, after "the server"
 * @param breaks ids of the requirements that the mutant breaks, such as {@code ETRN-011}
 */
public record Described(String sentence, Set<String> breaks) {

  public Described {
    breaks = Set.copyOf(breaks);
  }

  static Described of(String sentence, String... breaks) {
    return new Described(sentence, Set.of(breaks));
  }
}
