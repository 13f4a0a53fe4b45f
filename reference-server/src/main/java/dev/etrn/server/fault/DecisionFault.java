package dev.etrn.server.fault;

import dev.etrn.server.etrn.EtrnHandler;
import dev.etrn.server.wire.Reply;

/** A fault in what is answered to an ETRN line, and in what it starts. */
sealed interface DecisionFault extends Fault
    permits AnswerFault, ArgumentFault, PermissionFault, RefusalFault {

  /** What a fault makes of a line. */
  @FunctionalInterface
  interface Behaviour {
    Reply decide(Asked asked, EtrnHandler correct, World world);
  }

  @Override
  Described<Behaviour> described();

  /** The handler with the fault in it. */
  default EtrnHandler applied(EtrnHandler correct, World world) {
    return (argument, client, inTransaction, accepted) ->
        described()
            .behaviour()
            .decide(new Asked(argument, client, inTransaction, accepted), correct, world);
  }
}
