package dev.etrn.suites.wire.sink;

import dev.etrn.suites.transcript.MailContent;
import dev.etrn.suites.transcript.RunToken;
import java.util.Optional;

/**
 * Tells the mail of a run of the harness from mail of earlier runs and of other people.
 *
 * @param run whose mail is taken; empty when all mail is
 * @param sender the reverse-path of the messages of the run
 */
record MailOwnership(Optional<RunToken> run, String sender) {

  /** Whose mail a recipient is. */
  enum Owner {
    THIS_RUN,
    EARLIER_RUN,
    /** Perhaps a message of this run that was misrouted; its content tells. */
    UNCERTAIN,
    OTHERS
  }

  /** The recipients of scripts that speak SMTP by hand. */
  private static final String BY_HAND = "inbox@";

  /** All mail is the harness's own. */
  static MailOwnership ofAll() {
    return new MailOwnership(Optional.empty(), "");
  }

  Owner of(String reversePath, String recipient) {
    if (run.isEmpty() || recipient.startsWith(BY_HAND)) {
      return Owner.THIS_RUN;
    }
    Optional<RunToken> named = RunToken.of(recipient);
    if (named.isPresent()) {
      return named.equals(run) ? Owner.THIS_RUN : Owner.EARLIER_RUN;
    }
    return reversePath.equalsIgnoreCase(sender) ? Owner.UNCERTAIN : Owner.OTHERS;
  }

  /** Whether content carries a token of this run. */
  boolean isOwn(String content) {
    return run.isEmpty()
        || MailContent.parse(content).tokens().stream()
            .anyMatch(token -> token.endsWith("." + run.get().text()));
  }
}
