package dev.etrn.server.config.channel;

import dev.etrn.server.config.channel.Security.Demand;
import java.util.Locale;

/**
 * A channel, PMDF's unit of routing.
 *
 * @param name the lower-case name, such as {@code tcp_branch}
 * @param officialHost the routing system that rewrite rules name, such as {@code TCP-BRANCH}
 * @param settings the settings that its keywords make
 * @param options the options of the channel's option file, for sessions that run as this channel
 * @param outgoing the settings for the delivery of its mail
 */
public record Channel(
    String name,
    String officialHost,
    ChannelSettings settings,
    ChannelOptions options,
    OutgoingSettings outgoing) {

  /** The first channel of every configuration; never run by ETRN (PMDF-045). */
  public static final String LOCAL = "l";

  /** Returns a channel without keywords. */
  public static Channel of(String name) {
    return new Channel(
        name,
        name.replace('_', '-').toUpperCase(Locale.ROOT),
        ChannelSettings.NONE,
        ChannelOptions.NONE,
        OutgoingSettings.STANDARD);
  }

  /** Returns the ETRN mode of sessions that run as this channel; PMDF-005 without a keyword. */
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
    return outgoing.isSlave() || settings.find(OutgoingKeywords.BLOCKS_ETRN).orElse(false);
  }

  /** Returns the same channel with another mode and session limit. */
  public Channel accepting(EtrnMode mode, ChannelOptions limits) {
    return new Channel(
        name, officialHost, settings.with(IncomingKeywords.ETRN, mode), limits, outgoing);
  }

  /** Returns the same channel with other settings for delivery. */
  public Channel delivering(OutgoingSettings delivery) {
    return new Channel(name, officialHost, settings, options, delivery);
  }

  /** Returns the same channel, which no ETRN runs. */
  public Channel blocking() {
    return new Channel(
        name, officialHost, settings.with(OutgoingKeywords.BLOCKS_ETRN, true), options, outgoing);
  }
}
