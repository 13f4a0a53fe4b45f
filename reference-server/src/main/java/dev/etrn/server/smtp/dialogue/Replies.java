package dev.etrn.server.smtp.dialogue;

import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.wire.SmtpReply;

/** The constant replies of a session, except those of one verb alone. */
public final class Replies {

  public static final SmtpReply OK = SmtpReply.of(250, "2.0.0", "OK");
  public static final SmtpReply SENDER_OK = SmtpReply.of(250, "2.1.0", "sender OK");
  public static final SmtpReply RECIPIENT_OK = SmtpReply.of(250, "2.1.5", "recipient OK");
  public static final SmtpReply QUEUED = SmtpReply.of(250, "2.6.0", "message queued");
  public static final SmtpReply GO_ON =
      SmtpReply.plain(354, "send the message, end it with a line of one dot");
  public static final SmtpReply NO_ARGUMENT_WANTED =
      SmtpReply.of(501, "5.5.4", "this command takes no argument");
  public static final SmtpReply TRUST_FIRST =
      SmtpReply.of(530, "5.7.0", "TLS or authentication is required first");
  public static final SmtpReply READY_FOR_TLS = SmtpReply.of(220, "2.0.0", "ready for TLS");
  public static final SmtpReply NOT_HERE =
      SmtpReply.of(502, "5.5.1", "not available in this session");
  public static final SmtpReply NOT_NOW = SmtpReply.of(503, "5.5.1", "not allowed now");
  public static final SmtpReply NO_MECHANISM = SmtpReply.of(504, "5.5.4", "mechanism not offered");
  public static final SmtpReply AUTH_ENDED = SmtpReply.of(501, "5.5.2", "authentication ended");
  public static final SmtpReply AUTH_FAILED = SmtpReply.of(535, "5.7.8", "authentication failed");
  public static final SmtpReply AUTHENTICATED = SmtpReply.of(235, "2.7.0", "authenticated");
  public static final SmtpReply NO_GREETING = SmtpReply.of(503, "5.5.1", "send EHLO or HELO first");
  public static final SmtpReply NESTED_MAIL =
      SmtpReply.of(503, "5.5.1", "a mail transaction is already open");
  public static final SmtpReply NO_MAIL = SmtpReply.of(503, "5.5.1", "send MAIL first");
  public static final SmtpReply NO_RECIPIENTS = SmtpReply.of(503, "5.5.1", "no valid recipients");
  public static final SmtpReply NO_RELAY =
      SmtpReply.of(550, "5.7.1", "relaying to this domain is not allowed");
  public static final SmtpReply TOO_MANY_RECIPIENTS =
      SmtpReply.of(452, "4.5.3", "too many recipients");
  public static final SmtpReply TOO_MANY_TRANSACTIONS =
      SmtpReply.of(451, "4.5.3", "message limit of this session reached, use a new session");
  public static final SmtpReply TOO_MANY_FOR_ONE_MESSAGE =
      SmtpReply.of(451, "4.5.3", "message for too many recipients");
  public static final SmtpReply CHUNKS_BEGUN =
      SmtpReply.of(503, "5.5.1", "this message has begun with BDAT");
  public static final SmtpReply BARE_LINE_END =
      SmtpReply.of(554, "5.6.0", "message has a bare CR or LF, lines must end in CRLF");
  public static final SmtpReply TOO_LARGE = SmtpReply.of(552, "5.3.4", "message is too large");
  public static final SmtpReply NO_ROOM =
      SmtpReply.of(452, "4.3.1", "no room in the queue, try again later");
  public static final SmtpReply LOCAL_ERROR =
      SmtpReply.of(451, "4.3.0", "local error, try again later");
  public static final SmtpReply LINE_TOO_LONG = SmtpReply.of(500, "5.5.2", "line is too long");
  public static final SmtpReply TOO_MANY_ERRORS =
      SmtpReply.of(421, "4.7.0", "too many errors, closing");
  public static final SmtpReply TOO_MUCH_JUNK =
      SmtpReply.of(421, "4.7.0", "too many commands without mail, closing");
  public static final SmtpReply SESSION_LIMIT =
      SmtpReply.of(421, "4.7.0", "mail limit of this session reached, use a new session");
  public static final SmtpReply TOO_MANY_SESSIONS =
      SmtpReply.plain(421, "too many connections, try again later");
  public static final SmtpReply TOO_MANY_FROM_ADDRESS =
      SmtpReply.plain(421, "too many connections from your address, try again later");
  public static final SmtpReply SHUTTING_DOWN = SmtpReply.of(421, "4.3.2", "shutting down");
  public static final SmtpReply IDLE = SmtpReply.of(421, "4.4.2", "idle for too long, closing");

  private Replies() {}

  public static SmtpReply greeting(ServerConfig config) {
    // PMDF-022
    String addition = config.incoming().options().bannerAddition();
    String text = config.hostName() + " ESMTP ETRN reference server";
    return SmtpReply.plain(220, addition.isEmpty() ? text : text + " " + addition);
  }

  /** Returns the reply to a chunk that is not the last one. */
  public static SmtpReply chunk(long size) {
    return SmtpReply.of(250, "2.0.0", size + " octets received");
  }
}
