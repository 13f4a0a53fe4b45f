package dev.etrn.server.fault.etrn;

import dev.etrn.server.etrn.EtrnHandler;
import dev.etrn.server.fault.Fault;
import dev.etrn.server.fault.FaultDescription;
import dev.etrn.server.wire.SmtpReply;

/** A fault in what is answered to an ETRN line, and in what it starts. */
public sealed interface DecisionFault extends Fault
    permits AnswerFault, ArgumentFault, PermissionFault, RefusalFault {

  /** What a fault makes of a line. */
  @FunctionalInterface
  interface Behaviour {
    SmtpReply decide(EtrnLine asked, EtrnHandler correct, ServerParts world);
  }

  @Override
  FaultDescription<Behaviour> described();

  /** The handler with the fault in it. */
  default EtrnHandler applied(EtrnHandler correct, ServerParts world) {
    return (argument, client, inTransaction, accepted) ->
        described()
            .behaviour()
            .decide(new EtrnLine(argument, client, inTransaction, accepted), correct, world);
  }
}
