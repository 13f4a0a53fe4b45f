package dev.etrn.suites.inquiry.role;

import dev.etrn.suites.transcript.Reply;
import java.time.Duration;
import java.util.Optional;

/** The outcome of a {@link MailTrial}. */
public sealed interface MailFinding {

  /** It came on request, so long after the request was sent. */
  record Came(Duration after, Reply reply) implements MailFinding {}

  /** The request was accepted, and nothing came in this time. */
  record Missing(Duration within, Reply reply) implements MailFinding {}

  /** It came before it was asked for, so long after it was handed in. */
  record CameUnasked(Duration after) implements MailFinding {}

  /** The request was refused, or not answered. */
  record NotReleased(Optional<Reply> reply) implements MailFinding {}

  /**
   * The server did not take the message.
   *
   * @param command that was refused, or not answered
   */
  record NotTaken(String command, Optional<Reply> reply) implements MailFinding {}
}
