package dev.etrn.server.delivery;

import dev.etrn.server.config.Channel;
import dev.etrn.server.config.Outgoing;
import dev.etrn.server.config.ServerConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds exchangers as the node's channel says: its daemon, or else the node's MX records in their
 * order, or else the node's own address (RFC 5321 section 5.1).
 *
 * <p>This server itself, and all that come after it, are left out of the MX records; addresses that
 * lead back to this host or its link are left out unless the daemon names them, so that nobody's
 * DNS makes the server connect to what only it can reach (SEC-028).
 */
public final class ChannelExchangers implements MailExchangers {

  private final Supplier<ServerConfig> config;
  private final NameService names;

  public ChannelExchangers(Supplier<ServerConfig> config, NameService names) {
    this.config = config;
    this.names = names;
  }

  @Override
  public Destination of(String node) {
    // Asked for once, so that no run mixes two configurations (SEC-034).
    ServerConfig now = config.get();
    Optional<Channel> channel = now.routing().channelFor(node);
    if (channel.isEmpty()) {
      return new Destination(List.of(), Outgoing.STANDARD);
    }
    Outgoing how = channel.get().outgoing();
    List<InetAddress> addresses =
        how.route().daemon().isPresent()
            ? ofDaemon(how.route().daemon().get())
            : ofNode(node, how, now.hostName());
    return new Destination(
        addresses.stream().map(a -> new InetSocketAddress(a, how.route().port())).toList(), how);
  }

  private List<InetAddress> ofDaemon(String daemon) {
    boolean isLiteral = daemon.startsWith("[");
    return names.addresses(isLiteral ? daemon.substring(1, daemon.length() - 1) : daemon);
  }

  private List<InetAddress> ofNode(String node, Outgoing how, String ownName) {
    List<NameService.Mx> records = how.route().usesMx() ? names.mx(node) : List.of();
    List<String> hosts = records.isEmpty() ? List.of(node) : inOrder(records, ownName);
    return hosts.stream()
        .flatMap(host -> names.addresses(host).stream())
        .filter(ChannelExchangers::isElsewhere)
        .toList();
  }

  /** By preference, those of one preference in any order; from this server on none. */
  private static List<String> inOrder(List<NameService.Mx> records, String ownName) {
    int ours =
        records.stream()
            .filter(mx -> mx.host().equals(ownName.toLowerCase(Locale.ROOT)))
            .mapToInt(NameService.Mx::preference)
            .min()
            .orElse(Integer.MAX_VALUE);
    var shuffled = new ArrayList<>(records);
    Collections.shuffle(shuffled);
    return shuffled.stream()
        .filter(mx -> mx.preference() < ours && !mx.host().isEmpty())
        .sorted(Comparator.comparingInt(NameService.Mx::preference))
        .map(NameService.Mx::host)
        .toList();
  }

  private static boolean isElsewhere(InetAddress address) {
    return !address.isLoopbackAddress()
        && !address.isAnyLocalAddress()
        && !address.isLinkLocalAddress()
        && !address.isMulticastAddress();
  }
}
