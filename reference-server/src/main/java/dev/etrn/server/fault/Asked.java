package dev.etrn.server.fault;

import dev.etrn.server.config.Client;
import dev.etrn.server.etrn.EtrnHandler;
import dev.etrn.server.etrn.Tally;
import dev.etrn.server.wire.Reply;

/** One ETRN line on its way to the decision. */
record Asked(String argument, Client client, boolean inTransaction, Tally accepted) {

  Asked as(String other) {
    return new Asked(other, client, inTransaction, accepted);
  }

  Asked outsideTransaction() {
    return new Asked(argument, client, false, accepted);
  }

  Asked counting(Tally other) {
    return new Asked(argument, client, inTransaction, other);
  }

  Reply of(EtrnHandler correct) {
    return correct.decide(argument, client, inTransaction, accepted);
  }

  /** The success of a server that looks at nothing. */
  Reply accepted250() {
    return Reply.of(250, "2.5.0", "OK, queuing for node " + argument + " started");
  }
}
