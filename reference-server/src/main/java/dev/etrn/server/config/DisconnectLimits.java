package dev.etrn.server.config;

import java.util.OptionalInt;

/**
 * When a session is ended with 421 (PMDF-024, channel keywords of Messaging Server); empty for no
 * limit of the channel's.
 *
 * <p>The first is looked at when a bad command is given, the others at MAIL and RSET, so that a
 * transaction that is open is not cut off.
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

  /** The limits of a channel with these keywords. */
  static DisconnectLimits of(Settings keywords) {
    return new DisconnectLimits(
        keywords.number(IncomingKeywords.BAD_COMMANDS),
        keywords.number(IncomingKeywords.ALL_TRANSACTIONS),
        keywords.number(IncomingKeywords.ALL_RECIPIENTS),
        keywords.number(IncomingKeywords.REFUSED_RECIPIENTS));
  }
}
