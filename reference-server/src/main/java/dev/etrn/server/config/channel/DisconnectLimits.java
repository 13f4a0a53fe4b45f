package dev.etrn.server.config.channel;

import java.util.OptionalInt;

/**
 * The limits that end a session with 421 (PMDF-024, channel keywords of Messaging Server); empty
 * for a limit that the channel does not set.
 *
 * <p>The first is checked at a bad command, the others at MAIL and RSET, so that an open
 * transaction is not cut off.
 *
 * @param badCommands disconnectbadcommandlimit: commands answered 5yz
 * @param transactions disconnecttransactionlimit: transactions begun
 * @param recipients disconnectrecipientlimit: recipients accepted, of all transactions
 * @param rejects disconnectrejectlimit: recipients refused, of all transactions
 */
public record DisconnectLimits(
    OptionalInt badCommands,
    OptionalInt transactions,
    OptionalInt recipients,
    OptionalInt rejects) {

  public static final DisconnectLimits NONE =
      new DisconnectLimits(
          OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

  /** Returns the limits of a channel with these keywords. */
  static DisconnectLimits of(ChannelSettings keywords) {
    return new DisconnectLimits(
        keywords.number(IncomingKeywords.BAD_COMMANDS),
        keywords.number(IncomingKeywords.ALL_TRANSACTIONS),
        keywords.number(IncomingKeywords.ALL_RECIPIENTS),
        keywords.number(IncomingKeywords.REFUSED_RECIPIENTS));
  }
}
