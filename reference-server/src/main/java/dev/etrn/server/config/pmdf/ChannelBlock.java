package dev.etrn.server.config.pmdf;

import dev.etrn.server.config.Channel;
import dev.etrn.server.config.ChannelOptions;
import dev.etrn.server.config.EtrnMode;
import dev.etrn.server.config.IncomingKeywords;
import dev.etrn.server.config.OutgoingKeywords;
import dev.etrn.server.config.OutgoingOptions;
import dev.etrn.server.config.OutgoingSettings;
import dev.etrn.server.config.Settings;
import dev.etrn.server.config.source.SourceLine;
import java.time.Duration;
import java.util.List;

/**
 * The lines of one channel.
 *
 * @param line its first, with name and keywords
 * @param settings what its keywords and those of {@code defaults} say
 * @param hosts messages for which it takes; the official one first
 */
record ChannelBlock(String name, SourceLine line, Settings settings, List<Host> hosts) {

  /** Messages for a name: the routing system, and the line it stands in. */
  record Host(String name, SourceLine line) {}

  ChannelBlock {
    hosts = List.copyOf(hosts);
  }

  /**
   * The channel, with what its option file says.
   *
   * @param kept how long mail waits when the keywords do not say it
   */
  Channel channel(
      EtrnMode byDefault, ChannelOptions options, OutgoingOptions sending, Duration kept) {
    Settings all =
        settings
            .withDefault(IncomingKeywords.ETRN, byDefault)
            .withDefault(OutgoingKeywords.KEPT, kept);
    return new Channel(
        name,
        hosts.isEmpty() ? name : hosts.get(0).name(),
        all,
        options.limitedBy(all),
        new OutgoingSettings(all, sending));
  }
}
