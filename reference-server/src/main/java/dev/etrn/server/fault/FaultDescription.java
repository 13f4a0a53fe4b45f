package dev.etrn.server.fault;

import java.util.Set;

/**
 * The description of a fault.
 *
 * @param harm the harm to users
 * @param sentence the misbehaviour as a phrase after "the server"
 * @param behaviour the same in code, in the form that its place in the server needs
 * @param breaks the ids of the requirements that the mutant breaks, such as {@code ETRN-011};
 *     without harm, of those whose freedom it uses
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
