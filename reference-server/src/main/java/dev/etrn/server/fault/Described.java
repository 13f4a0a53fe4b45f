package dev.etrn.server.fault;

import java.util.Set;

/**
 * What a fault amounts to.
 *
 * @param sentence what the mutant does, after "the server"
 * @param behaviour the same in code, as the place wants it that the fault is attached to
 * @param breaks ids of the requirements that the mutant breaks, such as {@code ETRN-011}
 */
public record Described<B>(String sentence, B behaviour, Set<String> breaks) {

  public Described {
    breaks = Set.copyOf(breaks);
  }

  static <B> Described<B> of(String sentence, B behaviour, String... breaks) {
    return new Described<>(sentence, behaviour, Set.of(breaks));
  }
}
