package dev.etrn.server.fault.etrn;

import dev.etrn.server.access.ConnectedClient;
import dev.etrn.server.etrn.EtrnCounter;
import dev.etrn.server.etrn.EtrnHandler;
import dev.etrn.server.wire.SmtpReply;

/** One ETRN line on its way to the decision. */
record EtrnLine(
    String argument, ConnectedClient client, boolean inTransaction, EtrnCounter accepted) {

  EtrnLine as(String other) {
    return new EtrnLine(other, client, inTransaction, accepted);
  }

  EtrnLine outsideTransaction() {
    return new EtrnLine(argument, client, false, accepted);
  }

  EtrnLine counting(EtrnCounter other) {
    return new EtrnLine(argument, client, inTransaction, other);
  }

  SmtpReply of(EtrnHandler correct) {
    return correct.decide(argument, client, inTransaction, accepted);
  }

  /** The success of a server that looks at nothing. */
  SmtpReply accepted250() {
    return SmtpReply.of(250, "2.5.0", "OK, queuing for node " + argument + " started");
  }
}
