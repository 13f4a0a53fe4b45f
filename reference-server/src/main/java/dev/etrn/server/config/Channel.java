package dev.etrn.server.config;

import dev.etrn.server.config.Security.Demand;
import java.util.Locale;

/**
 * PMDF's unit of routing.
 *
 * @param name lower-case, such as {@code tcp_branch}
 * @param officialHost the routing system that rewrite rules name, such as {@code TCP-BRANCH}
 * @param settings what its keywords say
 * @param options from the channel's option file, for sessions that run as this channel
 * @param outgoing how it delivers, with what its keywords say of that
 */
public record Channel(
    String name,
    String officialHost,
    Settings settings,
    ChannelOptions options,
    OutgoingSettings outgoing) {

  /** The first channel of every configuration; never run by ETRN (PMDF-045). */
  public static final String LOCAL = "l";

  /** A channel without keywords. */
  public static Channel of(String name) {
    return new Channel(
        name,
        name.replace('_', '-').toUpperCase(Locale.ROOT),
        Settings.NONE,
        ChannelOptions.NONE,
        OutgoingSettings.STANDARD);
  }

  /** Returns what a session that runs as this channel does with ETRN; PMDF-005 without keyword. */
  public EtrnMode etrn() {
    return settings.find(IncomingKeywords.ETRN).orElse(EtrnMode.SILENT);
  }

  /** Returns how much TLS is wanted of sessions. */
  public Demand tls() {
    return settings.find(IncomingKeywords.TLS).orElse(Demand.NO);
  }

  /** Returns how much AUTH is wanted of sessions. */
  public Demand auth() {
    return settings.find(IncomingKeywords.AUTH).orElse(Demand.NO);
  }

  /** Returns true if an ETRN that would run this channel is refused (PMDF-006). */
  public boolean blocksEtrn() {
    return settings.find(OutgoingKeywords.BLOCKS_ETRN).orElse(false);
  }

  /** The same channel with another mode and session limit. */
  public Channel accepting(EtrnMode mode, ChannelOptions limits) {
    return new Channel(
        name, officialHost, settings.with(IncomingKeywords.ETRN, mode), limits, outgoing);
  }

  /** The same channel, delivering in another way. */
  public Channel delivering(OutgoingSettings how) {
    return new Channel(name, officialHost, settings, options, how);
  }

  /** The same channel, which no ETRN runs. */
  public Channel blocking() {
    return new Channel(
        name, officialHost, settings.with(OutgoingKeywords.BLOCKS_ETRN, true), options, outgoing);
  }
}
