package dev.etrn.server.config.pmdf;

import dev.etrn.server.config.channel.Channel;
import dev.etrn.server.config.channel.ChannelOptions;
import dev.etrn.server.config.channel.ChannelSettings;
import dev.etrn.server.config.channel.EtrnMode;
import dev.etrn.server.config.channel.IncomingKeywords;
import dev.etrn.server.config.channel.OutgoingKeywords;
import dev.etrn.server.config.channel.OutgoingOptions;
import dev.etrn.server.config.channel.OutgoingSettings;
import dev.etrn.server.config.source.SourceLine;
import java.time.Duration;
import java.util.List;

/**
 * The lines of {@code pmdf.cnf} about one channel.
 *
 * @param line the first line, with name and keywords
 * @param settings the settings that its keywords and those of {@code defaults} make
 * @param hosts the hosts whose mail it takes; the official one first
 */
record ChannelBlock(String name, SourceLine line, ChannelSettings settings, List<Host> hosts) {

  /** A host of a channel: the name of the routing system, and the line that names it. */
  record Host(String name, SourceLine line) {}

  ChannelBlock {
    hosts = List.copyOf(hosts);
  }

  /**
   * Returns the channel with the options of its option file.
   *
   * @param defaultMode the ETRN mode without a keyword
   * @param kept the time before mail is returned, without a keyword
   */
  Channel channel(
      EtrnMode defaultMode, ChannelOptions options, OutgoingOptions sending, Duration kept) {
    ChannelSettings complete =
        settings
            .withDefault(IncomingKeywords.ETRN, defaultMode)
            .withDefault(OutgoingKeywords.KEPT, kept);
    return new Channel(
        name,
        hosts.isEmpty() ? name : hosts.get(0).name(),
        complete,
        options.limitedBy(complete),
        new OutgoingSettings(complete, sending));
  }
}
