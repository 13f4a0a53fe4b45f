package dev.etrn.server.smtp.dialogue;

import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.wire.SmtpReply;

/** The session as its commands act on it. */
public interface CommandSession {

  ServerConfig config();

  MailDialogue mail();

  SecurityDialogue security();

  AbuseCounter abuse();

  /** Returns true after EHLO or HELO. */
  boolean isGreeted();

  /** Takes the name that EHLO or HELO gives; an open transaction ends (SMTP-007). */
  void greet(String name);

  /** Returns the reply to an ETRN line, and counts it. */
  SmtpReply decideEtrn(String argument);

  void reply(SmtpReply reply);

  /** Replies to content that is complete already, such as an empty chunk. */
  void contentReceived();

  /** Starts TLS after the reply; the client must greet again (TLS-003). */
  void startTls();

  /** Ends the session with its last reply; does nothing if it is over. */
  void end(SmtpReply farewell);
}
