package dev.etrn.suites.inquiry.role;

import dev.etrn.suites.transcript.Reply;
import java.time.Duration;
import java.util.Optional;

/** The outcome of a {@link MailTrial}. */
public sealed interface MailFinding {

  /** The message came on request, this time after the request was sent. */
  record Came(Duration after, Reply reply) implements MailFinding {}

  /** The request was accepted, but nothing came within this time. */
  record Missing(Duration within, Reply reply) implements MailFinding {}

  /** The message came before the request, this time after it was submitted. */
  record CameUnasked(Duration after) implements MailFinding {}

  /** The request was refused, or not answered. */
  record NotReleased(Optional<Reply> reply) implements MailFinding {}

  /**
   * The server did not take the message.
   *
   * @param command the command that was refused, or not answered
   */
  record NotTaken(String command, Optional<Reply> reply) implements MailFinding {}
}
