package dev.etrn.server.config.channel;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * The options of a TCP/IP channel's option file for the client side.
 *
 * @param transactionsPerSession ATTEMPT_TRANSACTIONS_PER_SESSION (PMDF-019); empty for no limit
 * @param times the timeouts for the peer
 */
public record OutgoingOptions(OptionalInt transactionsPerSession, Times times) {

  /** The options of a channel without an option file. */
  public static final OutgoingOptions STANDARD =
      new OutgoingOptions(OptionalInt.empty(), Times.STANDARD);

  /**
   * The timeouts for the peer (PMDF-021, CLI-019).
   *
   * @param command COMMAND_TRANSMIT_TIME: for the reply to any other command, and for the greeting
   * @param mail MAIL_TRANSMIT_TIME: for the reply to MAIL
   * @param rcpt RCPT_TRANSMIT_TIME: for the reply to each RCPT
   * @param data DATA_TRANSMIT_TIME: for one block of content, not all of it, so that a large
   *     message gets over a slow line
   * @param finalDot DOT_TRANSMIT_TIME: for the reply after the content
   */
  public record Times(
      Duration command, Duration mail, Duration rcpt, Duration data, Duration finalDot) {

    /** The timeouts of RFC 5321 section 4.5.3.2. */
    public static final Times STANDARD =
        new Times(
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(3),
            Duration.ofMinutes(10));

    /** Returns the same time for everything. */
    public static Times all(Duration time) {
      return new Times(time, time, time, time, time);
    }

    /**
     * Returns the timeout for the reply to {@code command}.
     *
     * @param command a command line, its verb in upper case
     */
    public Duration forReplyTo(String command) {
      if (command.startsWith("MAIL ")) {
        return mail;
      }
      return command.startsWith("RCPT ") ? rcpt : this.command;
    }
  }
}
