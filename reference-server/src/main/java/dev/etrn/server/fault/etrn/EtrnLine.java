package dev.etrn.server.fault.etrn;

import dev.etrn.server.access.ConnectedClient;
import dev.etrn.server.etrn.EtrnCounter;
import dev.etrn.server.etrn.EtrnHandler;
import dev.etrn.server.wire.SmtpReply;

/** An ETRN line with the state of its session, for the decision. */
record EtrnLine(
    String argument, ConnectedClient client, boolean inTransaction, EtrnCounter accepted) {

  EtrnLine withArgument(String other) {
    return new EtrnLine(other, client, inTransaction, accepted);
  }

  EtrnLine outsideTransaction() {
    return new EtrnLine(argument, client, false, accepted);
  }

  EtrnLine counting(EtrnCounter other) {
    return new EtrnLine(argument, client, inTransaction, other);
  }

  SmtpReply decidedBy(EtrnHandler correct) {
    return correct.decide(argument, client, inTransaction, accepted);
  }

  /** Returns the success reply of a server that checks nothing. */
  SmtpReply accepted250() {
    return SmtpReply.of(250, "2.5.0", "OK, queuing for node " + argument + " started");
  }
}
