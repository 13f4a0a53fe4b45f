package dev.etrn.server.smtp.dialogue;

import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.DisconnectLimits;
import dev.etrn.server.wire.SmtpReply;
import java.util.Optional;
import java.util.OptionalInt;

/** The counter of a session's commands and errors, which decides when it ends with 421. */
public final class AbuseCounter {

  private final DisconnectLimits disconnect;
  private final int mostRefusals;
  private final int mostJunk;
  private int refusals;
  private int junk;
  private int transactions;
  private int recipients;
  private int rejects;

  public AbuseCounter(ServerConfig config) {
    disconnect = config.incoming().options().disconnect();
    mostRefusals = disconnect.badCommands().orElse(config.limits().refusals());
    mostJunk = config.limits().junkCommands();
  }

  /**
   * Returns the reply that ends the session instead of the reply to {@code command}, if it must
   * end.
   */
  public Optional<SmtpReply> before(SmtpCommand command) {
    if (mostJunk > 0 && command.isJunk() && ++junk > mostJunk) {
      return Optional.of(Replies.TOO_MUCH_JUNK);
    }
    // PMDF-024: only at these two, where no open transaction is cut off.
    return command.isBetweenTransactions()
            && (reached(disconnect.transactions(), transactions)
                || reached(disconnect.recipients(), recipients)
                || reached(disconnect.rejects(), rejects))
        ? Optional.of(Replies.SESSION_LIMIT)
        : Optional.empty();
  }

  /** Counts a transaction if the reply to MAIL accepts it. */
  public void transactionAnswered(SmtpReply reply) {
    transactions += isAccepted(reply) ? 1 : 0;
  }

  /** Counts a recipient, as accepted or as rejected. */
  public void recipientAnswered(SmtpReply reply) {
    recipients += isAccepted(reply) ? 1 : 0;
    rejects += isAccepted(reply) ? 0 : 1;
  }

  /** Resets the junk count, after an accepted message. */
  public void queued() {
    junk = 0;
  }

  /** Returns the reply that ends the session after {@code reply}, if it must end (SEC-032). */
  public Optional<SmtpReply> after(SmtpReply reply) {
    return reply.code() >= 500 && ++refusals >= mostRefusals
        ? Optional.of(Replies.TOO_MANY_ERRORS)
        : Optional.empty();
  }

  private static boolean isAccepted(SmtpReply reply) {
    return reply.code() < 400;
  }

  private static boolean reached(OptionalInt limit, int count) {
    return limit.isPresent() && count >= limit.getAsInt();
  }
}
