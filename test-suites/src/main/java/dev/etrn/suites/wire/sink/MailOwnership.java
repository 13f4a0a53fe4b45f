package dev.etrn.suites.wire.sink;

import dev.etrn.suites.transcript.MailContent;
import dev.etrn.suites.transcript.RunToken;
import java.util.Optional;

/**
 * The distinction of a run's mail from mail of earlier runs and of other people.
 *
 * @param run the run whose mail is taken; empty to take all mail
 * @param sender the reverse-path of the messages of the run
 */
record MailOwnership(Optional<RunToken> run, String sender) {

  /** The owner of a recipient's mail. */
  enum Owner {
    THIS_RUN,
    EARLIER_RUN,
    /** Possibly a misrouted message of this run; its content decides. */
    UNCERTAIN,
    OTHERS
  }

  /** The beginning of recipients in scripts that speak SMTP themselves. */
  private static final String BY_HAND = "inbox@";

  /** Returns an ownership by which all mail is the harness's own. */
  static MailOwnership ofAll() {
    return new MailOwnership(Optional.empty(), "");
  }

  Owner of(String reversePath, String recipient) {
    if (run.isEmpty() || recipient.startsWith(BY_HAND)) {
      return Owner.THIS_RUN;
    }
    Optional<RunToken> recipientRun = RunToken.of(recipient);
    if (recipientRun.isPresent()) {
      return recipientRun.equals(run) ? Owner.THIS_RUN : Owner.EARLIER_RUN;
    }
    return reversePath.equalsIgnoreCase(sender) ? Owner.UNCERTAIN : Owner.OTHERS;
  }

  /** Returns true if content carries a token of this run. */
  boolean isOwn(String content) {
    return run.isEmpty()
        || MailContent.parse(content).tokens().stream()
            .anyMatch(token -> token.endsWith("." + run.get().text()));
  }
}
