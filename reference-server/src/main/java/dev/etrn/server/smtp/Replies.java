package dev.etrn.server.smtp;

import dev.etrn.server.access.ConnectedClient;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.EtrnMode;
import dev.etrn.server.wire.SmtpReply;
import java.util.ArrayList;
import java.util.List;

/** The constant replies of a session. */
final class Replies {

  static final SmtpReply OK = SmtpReply.of(250, "2.0.0", "OK");
  static final SmtpReply SENDER_OK = SmtpReply.of(250, "2.1.0", "sender OK");
  static final SmtpReply RECIPIENT_OK = SmtpReply.of(250, "2.1.5", "recipient OK");
  static final SmtpReply QUEUED = SmtpReply.of(250, "2.6.0", "message queued");
  static final SmtpReply GO_ON =
      SmtpReply.plain(354, "send the message, end it with a line of one dot");
  static final SmtpReply BYE = SmtpReply.of(221, "2.0.0", "closing");
  static final SmtpReply CANNOT_VERIFY =
      SmtpReply.of(252, "2.5.0", "cannot verify, but will accept mail and attempt delivery");
  static final SmtpReply HELP =
      SmtpReply.of(214, "2.0.0", "EHLO HELO MAIL RCPT DATA BDAT RSET NOOP VRFY HELP ETRN QUIT");
  static final SmtpReply TRUST_FIRST =
      SmtpReply.of(530, "5.7.0", "TLS or authentication is required first");
  static final SmtpReply READY_FOR_TLS = SmtpReply.of(220, "2.0.0", "ready for TLS");
  static final SmtpReply NOT_HERE = SmtpReply.of(502, "5.5.1", "not available in this session");
  static final SmtpReply NOT_NOW = SmtpReply.of(503, "5.5.1", "not allowed now");
  static final SmtpReply NO_MECHANISM = SmtpReply.of(504, "5.5.4", "mechanism not offered");
  static final SmtpReply AUTH_ENDED = SmtpReply.of(501, "5.5.2", "authentication ended");
  static final SmtpReply AUTH_FAILED = SmtpReply.of(535, "5.7.8", "authentication failed");
  static final SmtpReply AUTHENTICATED = SmtpReply.of(235, "2.7.0", "authenticated");
  static final SmtpReply NO_GREETING = SmtpReply.of(503, "5.5.1", "send EHLO or HELO first");
  static final SmtpReply NESTED_MAIL =
      SmtpReply.of(503, "5.5.1", "a mail transaction is already open");
  static final SmtpReply NO_MAIL = SmtpReply.of(503, "5.5.1", "send MAIL first");
  static final SmtpReply NO_RECIPIENTS = SmtpReply.of(503, "5.5.1", "no valid recipients");
  static final SmtpReply NO_RELAY =
      SmtpReply.of(550, "5.7.1", "relaying to this domain is not allowed");
  static final SmtpReply TOO_MANY_RECIPIENTS = SmtpReply.of(452, "4.5.3", "too many recipients");
  static final SmtpReply TOO_MANY_TRANSACTIONS =
      SmtpReply.of(451, "4.5.3", "message limit of this session reached, use a new session");
  static final SmtpReply TOO_MANY_FOR_ONE_MESSAGE =
      SmtpReply.of(451, "4.5.3", "message for too many recipients");
  static final SmtpReply CHUNKS_BEGUN =
      SmtpReply.of(503, "5.5.1", "this message has begun with BDAT");
  static final SmtpReply BARE_LINE_END =
      SmtpReply.of(554, "5.6.0", "message has a bare CR or LF, lines must end in CRLF");
  static final SmtpReply CHUNK_SIZE_WANTED =
      SmtpReply.of(501, "5.5.4", "BDAT takes a size and optionally LAST");
  static final SmtpReply LOST =
      SmtpReply.of(421, "4.5.0", "cannot tell content from commands, closing");
  static final SmtpReply TOO_LARGE = SmtpReply.of(552, "5.3.4", "message is too large");
  static final SmtpReply NO_ROOM =
      SmtpReply.of(452, "4.3.1", "no room in the queue, try again later");
  static final SmtpReply LOCAL_ERROR = SmtpReply.of(451, "4.3.0", "local error, try again later");
  static final SmtpReply LINE_TOO_LONG = SmtpReply.of(500, "5.5.2", "line is too long");
  static final SmtpReply TOO_MANY_ERRORS = SmtpReply.of(421, "4.7.0", "too many errors, closing");
  static final SmtpReply TOO_MUCH_JUNK =
      SmtpReply.of(421, "4.7.0", "too many commands without mail, closing");
  static final SmtpReply SESSION_LIMIT =
      SmtpReply.of(421, "4.7.0", "mail limit of this session reached, use a new session");
  static final SmtpReply TOO_MANY_SESSIONS =
      SmtpReply.plain(421, "too many connections, try again later");
  static final SmtpReply TOO_MANY_FROM_ADDRESS =
      SmtpReply.plain(421, "too many connections from your address, try again later");
  static final SmtpReply SHUTTING_DOWN = SmtpReply.of(421, "4.3.2", "shutting down");
  static final SmtpReply IDLE = SmtpReply.of(421, "4.4.2", "idle for too long, closing");

  private Replies() {}

  static SmtpReply greeting(ServerConfig config) {
    // PMDF-022
    String addition = config.incoming().options().bannerAddition();
    String text = config.hostName() + " ESMTP ETRN reference server";
    return SmtpReply.plain(220, addition.isEmpty() ? text : text + " " + addition);
  }

  /** Returns the reply to a chunk that is not the last one. */
  static SmtpReply chunk(long size) {
    return SmtpReply.of(250, "2.0.0", size + " octets received");
  }

  /**
   * Returns the EHLO reply with the extensions offered now (PMDF-047, TLS-009). Neither DSN (RFC
   * 3461) nor SMTPUTF8 (RFC 6531) is offered: the queue keeps no notification parameters, and
   * domains are compared as ASCII.
   */
  static SmtpReply ehlo(ServerConfig config, ConnectedClient client) {
    var lines = new ArrayList<String>();
    lines.add(config.hostName());
    lines.add("PIPELINING");
    lines.add("SIZE " + config.limits().messageOctets());
    lines.add("8BITMIME");
    lines.add("CHUNKING");
    lines.add("ENHANCEDSTATUSCODES");
    // TLS-007
    if (config.security().offersTls(client)) {
      lines.add("STARTTLS");
    }
    if (config.security().offersAuth(client)) {
      lines.add("AUTH PLAIN LOGIN");
    }
    // ETRN-001, ETRN-002, ETRN-003, PMDF-004
    if (config.incoming().etrn() != EtrnMode.DISABLE) {
      lines.add("ETRN");
    }
    return SmtpReply.lines(250, List.copyOf(lines));
  }
}
