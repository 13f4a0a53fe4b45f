package dev.etrn.server.fault;

import java.util.Set;

/**
 * A misbehaviour of the server, attached to one place in it.
 *
 * <p>Faults show that the conformance cases find violations. Each fault breaks the requirements
 * that it names and, as far as possible, nothing else.
 */
public interface Fault {

  /** Returns a stable name in upper case, such as {@code ACCEPTS_IN_TRANSACTION}. */
  String name();

  FaultDescription<?> described();

  /** Returns the misbehaviour as a phrase after "the server". */
  default String sentence() {
    return described().sentence();
  }

  /** Returns the harm to the users whose mail it is. */
  default Harm harm() {
    return described().harm();
  }

  /**
   * Returns the ids of the requirements that the mutant breaks, such as {@code ETRN-011}; without
   * harm, of those whose freedom it uses.
   */
  default Set<String> breaks() {
    return described().breaks();
  }
}
