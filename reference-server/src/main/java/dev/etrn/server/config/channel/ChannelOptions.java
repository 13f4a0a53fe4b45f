package dev.etrn.server.config.channel;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The session limits of a TCP/IP channel, from its option file and from the keywords for the same
 * limits.
 *
 * @param etrnsPerSession ALLOW_ETRNS_PER_SESSION (PMDF-012): the number of ETRNs accepted in one
 *     session; 0 for none; empty for no limit, which PMDF cannot express (PMDF-040)
 * @param transactionsPerSession ALLOW_TRANSACTIONS_PER_SESSION or transactionlimit (PMDF-015);
 *     empty for no limit
 * @param recipientsPerTransaction ALLOW_RECIPIENTS_PER_TRANSACTION or recipientlimit (PMDF-016);
 *     empty for no limit
 * @param rejectRecipients REJECT_RECIPIENTS_PER_TRANSACTION or recipientcutoff (PMDF-017): a
 *     message for more recipients is refused as a whole; empty for no limit
 * @param times the longest waits for the peer
 * @param disconnect the limits that end a session
 * @param bannerAddition BANNER_ADDITION (PMDF-022), or the empty string
 */
public record ChannelOptions(
    OptionalInt etrnsPerSession,
    OptionalInt transactionsPerSession,
    OptionalInt recipientsPerTransaction,
    OptionalInt rejectRecipients,
    Times times,
    DisconnectLimits disconnect,
    String bannerAddition) {

  /**
   * The longest waits for the peer; empty where the server's own limit counts.
   *
   * @param commandReceive COMMAND_RECEIVE_TIME (PMDF-020): for a command
   * @param dataReceive DATA_RECEIVE_TIME (PMDF-021): for content
   * @param commandTransmit COMMAND_TRANSMIT_TIME (PMDF-021): until the peer reads a reply
   */
  public record Times(
      Optional<Duration> commandReceive,
      Optional<Duration> dataReceive,
      Optional<Duration> commandTransmit) {

    public static final Times NONE =
        new Times(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The options of a channel without an option file: one ETRN per session (PMDF-012). */
  public static final ChannelOptions NONE =
      new ChannelOptions(
          OptionalInt.of(1),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Times.NONE,
          DisconnectLimits.NONE,
          "");

  public ChannelOptions withEtrnsPerSession(int limit) {
    return new ChannelOptions(
        OptionalInt.of(limit),
        transactionsPerSession,
        recipientsPerTransaction,
        rejectRecipients,
        times,
        disconnect,
        bannerAddition);
  }

  /** Returns the same options without a limit of ETRNs, which PMDF cannot express (PMDF-040). */
  public ChannelOptions withoutEtrnLimit() {
    return new ChannelOptions(
        OptionalInt.empty(),
        transactionsPerSession,
        recipientsPerTransaction,
        rejectRecipients,
        times,
        disconnect,
        bannerAddition);
  }

  /**
   * Returns the same options with the limits of keywords (PMDF-024); the smaller of two limits
   * counts.
   */
  public ChannelOptions limitedBy(ChannelSettings keywords) {
    return new ChannelOptions(
        etrnsPerSession,
        smaller(keywords.number(IncomingKeywords.TRANSACTIONS), transactionsPerSession),
        smaller(keywords.number(IncomingKeywords.RECIPIENTS), recipientsPerTransaction),
        smaller(keywords.number(IncomingKeywords.RECIPIENT_CUTOFF), rejectRecipients),
        times,
        DisconnectLimits.of(keywords),
        bannerAddition);
  }

  private static OptionalInt smaller(OptionalInt first, OptionalInt second) {
    return IntStream.concat(first.stream(), second.stream()).min();
  }
}
