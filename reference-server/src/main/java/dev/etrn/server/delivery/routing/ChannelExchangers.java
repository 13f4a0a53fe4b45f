package dev.etrn.server.delivery.routing;

import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.Channel;
import dev.etrn.server.config.channel.OutgoingSettings;
import dev.etrn.server.domain.AddressLiteral;
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
 * The mail exchangers of a node by the settings of its channel: the daemon, or else the node's MX
 * records by preference, or else the node's own address (RFC 5321 section 5.1). A node that is an
 * address literal has no MX records.
 *
 * <p>Mail is returned only for a domain that certainly does not exist, and for one that declares
 * that it accepts no mail (RFC 7505). Anything else that is missing may be there at the next
 * attempt.
 *
 * <p>The MX records omit this server and all with no lower preference value; addresses of this host
 * or its link are omitted unless the daemon names them, so that no DNS record makes the server
 * connect to a host that only it can reach (SEC-028).
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
    // Read once, so that no run mixes two configurations (SEC-034).
    ServerConfig current = config.get();
    Optional<Channel> channel = current.routing().channelFor(node);
    if (channel.isEmpty()) {
      return new RoutingResult.NotKnownNow("no channel delivers to " + node);
    }
    OutgoingSettings settings = channel.get().outgoing();
    Optional<String> daemon = settings.route().daemon();
    if (daemon.isPresent()) {
      return exchangersAt(daemonAddresses(daemon.get()), settings, node);
    }
    Optional<InetAddress> literal = AddressLiteral.address(node);
    if (literal.isPresent()) {
      return exchangersAt(
          literal.stream().filter(ChannelExchangers::isRemote).toList(), settings, node);
    }
    return settings.route().usesMx()
        ? byMx(node, settings, current.hostName())
        : exchangersAt(remoteAddresses(List.of(node)), settings, node);
  }

  private RoutingResult byMx(String node, OutgoingSettings settings, String ownName) {
    NameService.Records<NameService.Mx> records = names.mx(node);
    if (records instanceof NameService.NotKnownNow) {
      // SMTP-035: a failed look-up does not mean that there are no records.
      return new RoutingResult.NotKnownNow(
          "the MX records of " + node + " cannot be looked up now");
    }
    if (isNullMx(records.list())) {
      return new RoutingResult.Nowhere("5.1.10 " + node + " accepts no mail");
    }
    // SMTP-035: without MX records the name itself is the exchanger.
    List<String> hosts =
        records.list().isEmpty() ? List.of(node) : inOrder(records.list(), ownName);
    // The hosts file may have a name that the DNS does not.
    if (records instanceof NameService.NoName && names.addresses(node).list().isEmpty()) {
      return new RoutingResult.Nowhere("5.1.2 there is no domain " + node);
    }
    return exchangersAt(remoteAddresses(hosts), settings, node);
  }

  /**
   * Returns true for a single null MX record; beside other records it has no meaning (RFC 7505
   * section 3).
   */
  private static boolean isNullMx(List<NameService.Mx> records) {
    return records.size() == 1 && records.get(0).host().isEmpty();
  }

  private static RoutingResult exchangersAt(
      List<InetAddress> addresses, OutgoingSettings settings, String node) {
    int port = settings.route().port();
    return addresses.isEmpty()
        ? new RoutingResult.NotKnownNow("no mail exchanger is known for " + node)
        : new RoutingResult.Exchangers(
            addresses.stream().map(address -> new InetSocketAddress(address, port)).toList(),
            settings);
  }

  private List<InetAddress> daemonAddresses(String daemon) {
    boolean isLiteral = daemon.startsWith("[");
    return names.addresses(isLiteral ? daemon.substring(1, daemon.length() - 1) : daemon).list();
  }

  private List<InetAddress> remoteAddresses(List<String> hosts) {
    return hosts.stream()
        .flatMap(host -> names.addresses(host).list().stream())
        .filter(ChannelExchangers::isRemote)
        .toList();
  }

  /**
   * Returns the hosts by preference, equal ones in random order, and none from this server's
   * preference on (SMTP-035, SMTP-036).
   */
  private static List<String> inOrder(List<NameService.Mx> records, String ownName) {
    int ownPreference =
        records.stream()
            .filter(mx -> mx.host().equals(ownName.toLowerCase(Locale.ROOT)))
            .mapToInt(NameService.Mx::preference)
            .min()
            .orElse(Integer.MAX_VALUE);
    var shuffled = new ArrayList<>(records);
    Collections.shuffle(shuffled);
    return shuffled.stream()
        .filter(mx -> mx.preference() < ownPreference && !mx.host().isEmpty())
        .sorted(Comparator.comparingInt(NameService.Mx::preference))
        .map(NameService.Mx::host)
        .toList();
  }

  private static boolean isRemote(InetAddress address) {
    return !address.isLoopbackAddress()
        && !address.isAnyLocalAddress()
        && !address.isLinkLocalAddress()
        && !address.isMulticastAddress();
  }
}
