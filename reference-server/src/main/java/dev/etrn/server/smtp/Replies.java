package dev.etrn.server.smtp;

import dev.etrn.server.config.Client;
import dev.etrn.server.config.EtrnMode;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.wire.Reply;
import java.util.ArrayList;
import java.util.List;

/** The replies of the session that do not change. */
final class Replies {

  static final Reply OK = Reply.of(250, "2.0.0", "OK");
  static final Reply SENDER_OK = Reply.of(250, "2.1.0", "sender OK");
  static final Reply RECIPIENT_OK = Reply.of(250, "2.1.5", "recipient OK");
  static final Reply QUEUED = Reply.of(250, "2.6.0", "message queued");
  static final Reply GO_ON = Reply.plain(354, "send the message, end it with a line of one dot");
  static final Reply BYE = Reply.of(221, "2.0.0", "closing");
  static final Reply CANNOT_VERIFY =
      Reply.of(252, "2.5.0", "cannot verify, but takes mail and tries to deliver it");
  static final Reply HELP =
      Reply.of(214, "2.0.0", "EHLO HELO MAIL RCPT DATA BDAT RSET NOOP VRFY HELP ETRN QUIT");
  static final Reply TRUST_FIRST = Reply.of(530, "5.7.0", "TLS or authentication comes first");
  static final Reply READY_FOR_TLS = Reply.of(220, "2.0.0", "ready for TLS");
  static final Reply NOT_HERE = Reply.of(502, "5.5.1", "not available in this session");
  static final Reply NOT_NOW = Reply.of(503, "5.5.1", "not allowed now");
  static final Reply NO_MECHANISM = Reply.of(504, "5.5.4", "mechanism not offered");
  static final Reply AUTH_ENDED = Reply.of(501, "5.5.2", "authentication ended");
  static final Reply AUTH_FAILED = Reply.of(535, "5.7.8", "authentication failed");
  static final Reply AUTHENTICATED = Reply.of(235, "2.7.0", "authenticated");
  static final Reply NO_GREETING = Reply.of(503, "5.5.1", "EHLO or HELO comes first");
  static final Reply NESTED_MAIL = Reply.of(503, "5.5.1", "a mail transaction is open already");
  static final Reply NO_MAIL = Reply.of(503, "5.5.1", "MAIL comes first");
  static final Reply NO_RECIPIENTS = Reply.of(503, "5.5.1", "no valid recipients");
  static final Reply NO_RELAY = Reply.of(550, "5.7.1", "no mail is relayed there");
  static final Reply TOO_MANY_RECIPIENTS = Reply.of(452, "4.5.3", "too many recipients");
  static final Reply TOO_MANY_TRANSACTIONS =
      Reply.of(451, "4.5.3", "this session has had its messages, come again in another one");
  static final Reply TOO_MANY_FOR_ONE_MESSAGE =
      Reply.of(451, "4.5.3", "message for too many recipients");
  static final Reply CHUNKS_BEGUN = Reply.of(503, "5.5.1", "the message came by BDAT so far");
  static final Reply BARE_LINE_END =
      Reply.of(554, "5.6.0", "message has a CR or an LF alone, lines end in CRLF");
  static final Reply CHUNK_SIZE_WANTED =
      Reply.of(501, "5.5.4", "BDAT wants a size and at most LAST");
  static final Reply LOST = Reply.of(421, "4.5.0", "cannot tell content from commands, closing");
  static final Reply TOO_LARGE = Reply.of(552, "5.3.4", "message is too large");
  static final Reply NO_ROOM = Reply.of(452, "4.3.1", "no room in the queue, try again later");
  static final Reply LOCAL_ERROR = Reply.of(451, "4.3.0", "local error, try again later");
  static final Reply LINE_TOO_LONG = Reply.of(500, "5.5.2", "line is too long");
  static final Reply TOO_MANY_ERRORS = Reply.of(421, "4.7.0", "too many errors, closing");
  static final Reply TOO_MUCH_JUNK =
      Reply.of(421, "4.7.0", "too many commands without mail, closing");
  static final Reply HAD_ENOUGH =
      Reply.of(421, "4.7.0", "this session has had its mail, come again in another one");
  static final Reply TOO_MANY_SESSIONS = Reply.plain(421, "too many connections, try again later");
  static final Reply TOO_MANY_FROM_ADDRESS =
      Reply.plain(421, "too many connections from your address, try again later");
  static final Reply SHUTTING_DOWN = Reply.of(421, "4.3.2", "shutting down");
  static final Reply IDLE = Reply.of(421, "4.4.2", "waited too long, closing");

  private Replies() {}

  static Reply greeting(ServerConfig config) {
    // PMDF-022
    String addition = config.incoming().options().bannerAddition();
    String text = config.hostName() + " ESMTP ETRN reference server";
    return Reply.plain(220, addition.isEmpty() ? text : text + " " + addition);
  }

  /** A chunk that is not the last one. */
  static Reply chunk(long size) {
    return Reply.of(250, "2.0.0", size + " octets received");
  }

  /**
   * What is offered now (PMDF-047, TLS-009). Neither DSN (RFC 3461) nor SMTPUTF8 (RFC 6531) is: the
   * queue keeps no notification parameters, and domains are compared as ASCII.
   */
  static Reply ehlo(ServerConfig config, Client client) {
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
    return Reply.lines(250, List.copyOf(lines));
  }
}
