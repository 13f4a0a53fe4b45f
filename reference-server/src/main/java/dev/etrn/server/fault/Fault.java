package dev.etrn.server.fault;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One way to misbehave, attached to one place of the server.
 *
 * <p>Faults show that the conformance cases find what they are for. Each breaks what it says it
 * breaks and, as far as that goes, nothing else.
 */
public sealed interface Fault
    permits ConfigFault,
        ContentFault,
        DecisionFault,
        DeliveryFault,
        QueueFault,
        RunFault,
        WireFault {

  /** A stable name in upper case, such as {@code ACCEPTS_IN_TRANSACTION}. */
  String name();

  Described<?> described();

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

  /** All faults, in the order of the places that they are attached to. */
  static List<Fault> all() {
    return Stream.<Fault[]>of(
            LineFault.values(),
            GroupFault.values(),
            SessionFault.values(),
            ConversationFault.values(),
            CountFault.values(),
            TransactionFault.values(),
            TlsFault.values(),
            AuthFault.values(),
            ReplyFault.values(),
            OctetFault.values(),
            ArgumentFault.values(),
            AnswerFault.values(),
            RefusalFault.values(),
            PermissionFault.values(),
            ConfigFault.values(),
            RunFault.values(),
            DeliveryFault.values(),
            ContentFault.values(),
            QueueFault.values())
        .flatMap(Stream::of)
        .toList();
  }
}
