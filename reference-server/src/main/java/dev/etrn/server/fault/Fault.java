package dev.etrn.server.fault;

import java.util.Set;

/**
 * One way to misbehave, attached to one place of the server.
 *
 * <p>Faults show that the conformance cases find what they are for. Each breaks what it says it
 * breaks and, as far as that goes, nothing else.
 */
public interface Fault {

  /** A stable name in upper case, such as {@code ACCEPTS_IN_TRANSACTION}. */
  String name();

  FaultDescription<?> described();

  /** What the mutant does, after "the server". */
  default String sentence() {
    return described().sentence();
  }

  /** What the mutant does to the people whose mail it is. */
  default Harm harm() {
    return described().harm();
  }

  /**
   * Ids of the requirements that the mutant breaks, such as {@code ETRN-011}; without harm, of
   * those whose freedom it uses.
   */
  default Set<String> breaks() {
    return described().breaks();
  }
}
