package dev.etrn.server.smtp.verb;

import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.smtp.dialogue.CommandSession;
import dev.etrn.server.smtp.dialogue.RefusedCommand;
import dev.etrn.server.smtp.dialogue.SmtpCommand;
import dev.etrn.server.wire.SmtpReply;
import java.util.ArrayList;
import java.util.List;

/** The command EHLO (RFC 5321 section 4.1.1.1). */
record EhloCommand(String name) implements SmtpCommand {

  static final SmtpCommand NAME_WANTED =
      new RefusedCommand(SmtpReply.of(501, "5.5.4", "a domain or address literal must follow"));

  static SmtpCommand parse(String argument) {
    return isName(argument) ? new EhloCommand(argument) : NAME_WANTED;
  }

  /**
   * Returns true for a name that a client may give; another never reaches the session (SMTP-008).
   */
  static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= 255
        && name.chars().allMatch(c -> c > 0x20 && c < 0x7F && c != '<' && c != '>');
  }

  @Override
  public void run(CommandSession session) {
    session.greet(name);
    session.reply(SmtpReply.lines(250, extensions(session)));
  }

  @Override
  public boolean isJunk() {
    return true;
  }

  /**
   * Returns the host's name and the extensions offered now (PMDF-047, TLS-009). Neither DSN (RFC
   * 3461) nor SMTPUTF8 (RFC 6531) is offered: the queue keeps no notification parameters, and
   * domains are compared as ASCII.
   */
  private static List<String> extensions(CommandSession session) {
    ServerConfig config = session.config();
    var lines = new ArrayList<String>();
    lines.add(config.hostName());
    lines.add("PIPELINING");
    lines.add("SIZE " + config.limits().messageOctets());
    lines.add("8BITMIME");
    lines.add("CHUNKING");
    lines.add("ENHANCEDSTATUSCODES");
    lines.addAll(Verb.keywords(session));
    return lines;
  }
}
