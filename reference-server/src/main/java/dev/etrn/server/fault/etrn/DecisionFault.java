package dev.etrn.server.fault.etrn;

import dev.etrn.server.etrn.EtrnHandler;
import dev.etrn.server.fault.Fault;
import dev.etrn.server.fault.FaultDescription;
import dev.etrn.server.wire.SmtpReply;

/** A fault in the reply to an ETRN line, and in the queues that it starts. */
public sealed interface DecisionFault extends Fault
    permits AnswerFault, ArgumentFault, PermissionFault, RefusalFault {

  /** The decision of a faulty server on a line. */
  @FunctionalInterface
  interface Behaviour {
    SmtpReply decide(EtrnLine line, EtrnHandler correct, ServerParts server);
  }

  @Override
  FaultDescription<Behaviour> described();

  /** Returns the handler with the fault. */
  default EtrnHandler applied(EtrnHandler correct, ServerParts server) {
    return (argument, client, inTransaction, accepted) ->
        described()
            .behaviour()
            .decide(new EtrnLine(argument, client, inTransaction, accepted), correct, server);
  }
}
