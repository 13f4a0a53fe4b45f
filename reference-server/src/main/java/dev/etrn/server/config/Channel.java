package dev.etrn.server.config;

import java.util.Locale;

/**
 * PMDF's unit of routing.
 *
 * @param name lower-case, such as {@code tcp_branch}
 * @param officialHost the routing system that rewrite rules name, such as {@code TCP-BRANCH}
 * @param etrn what a session that runs as this channel does with ETRN
 * @param blocksEtrn PMDF-006, the keyword blocketrn: an ETRN that would run this channel is refused
 * @param options from the channel's option file, for sessions that run as this channel
 * @param outgoing how it delivers
 */
public record Channel(
    String name,
    String officialHost,
    EtrnMode etrn,
    boolean blocksEtrn,
    ChannelOptions options,
    OutgoingSettings outgoing) {

  /** The first channel of every configuration; never run by ETRN (PMDF-045). */
  public static final String LOCAL = "l";

  /** A channel without keywords. */
  public static Channel of(String name) {
    return new Channel(
        name,
        name.replace('_', '-').toUpperCase(Locale.ROOT),
        EtrnMode.SILENT,
        false,
        ChannelOptions.NONE,
        OutgoingSettings.STANDARD);
  }

  /** The same channel with another mode and session limit. */
  public Channel accepting(EtrnMode mode, ChannelOptions limits) {
    return new Channel(name, officialHost, mode, blocksEtrn, limits, outgoing);
  }

  /** The same channel, delivering in another way. */
  public Channel delivering(OutgoingSettings how) {
    return new Channel(name, officialHost, etrn, blocksEtrn, options, how);
  }

  /** The same channel, which no ETRN runs. */
  public Channel blocking() {
    return new Channel(name, officialHost, etrn, true, options, outgoing);
  }
}
