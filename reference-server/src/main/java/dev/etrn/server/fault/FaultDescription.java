package dev.etrn.server.fault;

import java.util.Set;

/**
 * What a fault amounts to.
 *
 * @param harm what it does to people
 * @param sentence what the mutant does, after "the server"
 * @param behaviour the same in code, as the place wants it that the fault is attached to
 * @param breaks ids of the requirements that the mutant breaks, such as {@code ETRN-011}; without
 *     harm, of those whose freedom it uses
 */
public record FaultDescription<B>(Harm harm, String sentence, B behaviour, Set<String> breaks) {

  public FaultDescription {
    breaks = Set.copyOf(breaks);
  }

  public static <B> FaultDescription<B> of(
      Harm harm, String sentence, B behaviour, String... breaks) {
    return new FaultDescription<>(harm, sentence, behaviour, Set.of(breaks));
  }
}
