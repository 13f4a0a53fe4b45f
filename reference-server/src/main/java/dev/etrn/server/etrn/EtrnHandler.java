package dev.etrn.server.etrn;

import dev.etrn.server.access.ConnectedClient;
import dev.etrn.server.wire.SmtpReply;

/** Answers ETRN lines; for several threads, and never blocks. */
@FunctionalInterface
public interface EtrnHandler {

  /**
   * The reply to one ETRN line.
   *
   * @param argument what follows the verb, without surrounding blanks
   * @param client who asks
   * @param inTransaction whether a MAIL command was accepted and its transaction is not over
   * @param accepted how many ETRNs the session had accepted; counted here
   */
  SmtpReply decide(
      String argument, ConnectedClient client, boolean inTransaction, EtrnCounter accepted);
}
