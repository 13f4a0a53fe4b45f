package dev.etrn.server.smtp;

import dev.etrn.server.wire.SmtpReply;

/** A parsed command line. Arguments are as received, without surrounding blanks. */
public sealed interface SmtpCommand {

  /** Returns true if the command moves no mail, so that too many of them are abuse. */
  default boolean isJunk() {
    return this instanceof Etrn
        || this instanceof Noop
        || this instanceof Rset
        || this instanceof Vrfy
        || this instanceof Help
        || this instanceof Ehlo
        || this instanceof Helo;
  }

  record Ehlo(String name) implements SmtpCommand {}

  record Helo(String name) implements SmtpCommand {}

  /**
   * The command MAIL FROM.
   *
   * @param sender the reverse-path without angle brackets; empty for the null sender
   * @param size the size that SIZE= declares, or 0
   */
  record Mail(String sender, long size) implements SmtpCommand {}

  /**
   * The command RCPT TO.
   *
   * @param recipient the forward-path without angle brackets and source route
   * @param domain the domain in lower case
   */
  record Rcpt(String recipient, String domain) implements SmtpCommand {}

  record Data() implements SmtpCommand {}

  /**
   * The command BDAT (RFC 3030 section 2).
   *
   * @param size the number of octets after the line
   * @param isLast true if they end the message
   */
  record Bdat(long size, boolean isLast) implements SmtpCommand {}

  /** The command BDAT without a readable size, so that the start of the next command is unknown. */
  record LostBdat() implements SmtpCommand {}

  record Rset() implements SmtpCommand {}

  record Noop() implements SmtpCommand {}

  record Vrfy() implements SmtpCommand {}

  record Help() implements SmtpCommand {}

  record StartTls() implements SmtpCommand {}

  /**
   * The command AUTH.
   *
   * @param initial the initial response, or the empty string
   */
  record Auth(String mechanism, String initial) implements SmtpCommand {}

  record Quit() implements SmtpCommand {}

  /**
   * The command ETRN.
   *
   * @param argument the text after the verb; {@code etrn.EtrnSyntax} reads it
   */
  record Etrn(String argument) implements SmtpCommand {}

  /**
   * An unknown command, or one with a bad argument.
   *
   * @param reply the reply
   */
  record Refused(SmtpReply reply) implements SmtpCommand {}
}
