package dev.etrn.server.config;

/**
 * PMDF's unit of routing.
 *
 * @param name lower-case, such as {@code tcp_branch}
 * @param officialHost the routing system that rewrite rules name, such as {@code TCP-BRANCH}
 * @param etrn what a session that runs as this channel does with ETRN
 * @param blocksEtrn PMDF-006, the keyword blocketrn: an ETRN that would run this channel is refused
 * @param options from the channel's option file
 */
public record Channel(
    String name, String officialHost, EtrnMode etrn, boolean blocksEtrn, ChannelOptions options) {

  /** A channel that only delivers. */
  public static Channel outgoing(String name) {
    return new Channel(
        name,
        name.replace('_', '-').toUpperCase(java.util.Locale.ROOT),
        EtrnMode.SILENT,
        false,
        ChannelOptions.NONE);
  }
}
