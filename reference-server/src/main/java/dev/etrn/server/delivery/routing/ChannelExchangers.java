package dev.etrn.server.delivery.routing;

import dev.etrn.server.config.Channel;
import dev.etrn.server.config.OutgoingSettings;
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
 * <p>Mail is given up only for a domain that certainly does not exist, and for one that says that
 * it takes none (RFC 7505). Whatever else is missing may be there at the next try.
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
  public RoutingResult of(String node) {
    // Asked for once, so that no run mixes two configurations (SEC-034).
    ServerConfig now = config.get();
    Optional<Channel> channel = now.routing().channelFor(node);
    if (channel.isEmpty()) {
      return new RoutingResult.NotKnownNow("no channel delivers to " + node);
    }
    OutgoingSettings how = channel.get().outgoing();
    Optional<String> daemon = how.route().daemon();
    if (daemon.isPresent()) {
      return at(ofDaemon(daemon.get()), how, node);
    }
    return how.route().usesMx()
        ? byMx(node, how, now.hostName())
        : at(elsewhere(List.of(node)), how, node);
  }

  private RoutingResult byMx(String node, OutgoingSettings how, String ownName) {
    NameService.Records<NameService.Mx> records = names.mx(node);
    if (records instanceof NameService.NotKnownNow) {
      // SMTP-035: not as if there were none.
      return new RoutingResult.NotKnownNow(
          "the MX records of " + node + " cannot be looked up now");
    }
    if (isNullMx(records.list())) {
      return new RoutingResult.Nowhere("5.1.10 " + node + " accepts no mail");
    }
    // SMTP-035: without any the name itself is one.
    List<String> hosts =
        records.list().isEmpty() ? List.of(node) : inOrder(records.list(), ownName);
    // The system may know a name that the DNS does not.
    if (records instanceof NameService.NoName && names.addresses(node).list().isEmpty()) {
      return new RoutingResult.Nowhere("5.1.2 there is no domain " + node);
    }
    return at(elsewhere(hosts), how, node);
  }

  /** RFC 7505 section 3: it stands alone; beside others it means nothing. */
  private static boolean isNullMx(List<NameService.Mx> records) {
    return records.size() == 1 && records.get(0).host().isEmpty();
  }

  private static RoutingResult at(List<InetAddress> addresses, OutgoingSettings how, String node) {
    int port = how.route().port();
    return addresses.isEmpty()
        ? new RoutingResult.NotKnownNow("no mail exchanger is known for " + node)
        : new RoutingResult.Exchangers(
            addresses.stream().map(a -> new InetSocketAddress(a, port)).toList(), how);
  }

  private List<InetAddress> ofDaemon(String daemon) {
    boolean isLiteral = daemon.startsWith("[");
    return names.addresses(isLiteral ? daemon.substring(1, daemon.length() - 1) : daemon).list();
  }

  private List<InetAddress> elsewhere(List<String> hosts) {
    return hosts.stream()
        .flatMap(host -> names.addresses(host).list().stream())
        .filter(ChannelExchangers::isElsewhere)
        .toList();
  }

  /**
   * By preference, those of one preference in any order; from this server on none (SMTP-035,
   * SMTP-036).
   */
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
