package dev.etrn.server.smtp;

import dev.etrn.server.wire.SmtpReply;

/** The connection as a session uses it. */
public interface SessionOutput {

  void reply(SmtpReply reply);

  /** Closes the connection after the pending replies are written. */
  void close();

  /** Starts TLS after the pending reply. */
  void startTls();

  /** Continues with the input that the waiting session left. */
  void resume();
}
