package dev.etrn.server.config;

import java.util.OptionalInt;

/**
 * What a TCP/IP channel's option file says.
 *
 * @param etrnsPerSession ALLOW_ETRNS_PER_SESSION (PMDF-012): how many ETRNs one session may have
 *     accepted; 0 for none; empty for no limit, which PMDF cannot express (PMDF-040)
 * @param recipientsPerTransaction ALLOW_RECIPIENTS_PER_TRANSACTION (PMDF-016); empty for no limit
 */
public record ChannelOptions(OptionalInt etrnsPerSession, OptionalInt recipientsPerTransaction) {

  /** No option file: one ETRN per session (PMDF-012). */
  public static final ChannelOptions NONE =
      new ChannelOptions(OptionalInt.of(1), OptionalInt.empty());

  public ChannelOptions withEtrnsPerSession(int limit) {
    return new ChannelOptions(OptionalInt.of(limit), recipientsPerTransaction);
  }
}
