package dev.etrn.server.etrn;

import dev.etrn.server.access.ConnectedClient;
import dev.etrn.server.wire.SmtpReply;

/** The handler of ETRN lines; safe for several threads, and never blocks. */
@FunctionalInterface
public interface EtrnHandler {

  /**
   * Returns the reply to one ETRN line.
   *
   * @param argument the text after the verb, without surrounding blanks
   * @param client the client that asks
   * @param inTransaction true if a MAIL command was accepted and its transaction is not over
   * @param accepted the count of ETRNs accepted in the session, updated by this method
   */
  SmtpReply decide(
      String argument, ConnectedClient client, boolean inTransaction, EtrnCounter accepted);
}
