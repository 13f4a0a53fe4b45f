package dev.etrn.server.smtp;

import dev.etrn.server.wire.SmtpReply;

/** What a session does to its connection. */
public interface SessionOutput {

  void reply(SmtpReply reply);

  /** Closes the connection once what was replied is written. */
  void close();

  /** Everything after the reply that is pending goes over TLS. */
  void startTls();

  /** The session waits no more and can take the input that it left. */
  void resume();
}
