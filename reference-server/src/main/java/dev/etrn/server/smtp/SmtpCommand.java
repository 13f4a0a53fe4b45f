package dev.etrn.server.smtp;

import dev.etrn.server.wire.SmtpReply;

/** One command line, understood. Arguments are as they came, without surrounding blanks. */
public sealed interface SmtpCommand {

  /** Whether it moves no mail, so that many of it are a nuisance. */
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
   * MAIL FROM.
   *
   * @param sender the reverse-path without angle brackets; empty for the null sender
   * @param size what SIZE= declares, or 0
   */
  record Mail(String sender, long size) implements SmtpCommand {}

  /**
   * RCPT TO.
   *
   * @param recipient the forward-path without angle brackets and source route
   * @param domain its domain in lower case
   */
  record Rcpt(String recipient, String domain) implements SmtpCommand {}

  record Data() implements SmtpCommand {}

  /**
   * BDAT (RFC 3030 section 2).
   *
   * @param size how many octets follow the line
   * @param isLast whether they end the message
   */
  record Bdat(long size, boolean isLast) implements SmtpCommand {}

  /** BDAT without a size that can be read, so that nobody knows where the next command begins. */
  record LostBdat() implements SmtpCommand {}

  record Rset() implements SmtpCommand {}

  record Noop() implements SmtpCommand {}

  record Vrfy() implements SmtpCommand {}

  record Help() implements SmtpCommand {}

  record StartTls() implements SmtpCommand {}

  /**
   * AUTH.
   *
   * @param initial the initial response, or the empty string
   */
  record Auth(String mechanism, String initial) implements SmtpCommand {}

  record Quit() implements SmtpCommand {}

  /**
   * ETRN.
   *
   * @param argument all after the verb; {@code etrn.EtrnRequest} reads it
   */
  record Etrn(String argument) implements SmtpCommand {}

  /**
   * A line that is no command this server knows, or one with a bad argument.
   *
   * @param reply what to answer
   */
  record Refused(SmtpReply reply) implements SmtpCommand {}
}
