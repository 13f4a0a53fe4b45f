package dev.etrn.server.config;

import dev.etrn.server.access.EtrnRights;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything the server is told before it starts; immutable.
 *
 * @param hostName how the server calls itself
 * @param listen where it listens; port 0 for any
 * @param incoming the channel that sessions run as
 * @param channels all channels by name
 * @param routing which channel a domain goes to; what it does not know is not relayed
 * @param rights who may release what
 * @param limits what one session may use
 * @param security TLS and AUTH
 * @param etrn how ETRN is answered, as far as no keyword says it
 */
public record ServerConfig(
    String hostName,
    InetSocketAddress listen,
    Channel incoming,
    Map<String, Channel> channels,
    Routing routing,
    EtrnRights rights,
    SessionLimits limits,
    Security security,
    EtrnPolicy etrn) {

  public ServerConfig {
    channels = Map.copyOf(channels);
  }

  public Optional<Channel> channel(String name) {
    return Optional.ofNullable(channels.get(name));
  }

  /** The same configuration with another incoming channel. */
  public ServerConfig withIncoming(Channel channel) {
    return new ServerConfig(
        hostName, listen, channel, channels, routing, rights, limits, security, etrn);
  }

  /** The same configuration with other limits. */
  public ServerConfig withLimits(SessionLimits other) {
    return new ServerConfig(
        hostName, listen, incoming, channels, routing, rights, other, security, etrn);
  }

  /** The same configuration with other demands. */
  public ServerConfig withSecurity(Security other) {
    return new ServerConfig(
        hostName, listen, incoming, channels, routing, rights, limits, other, etrn);
  }

  /** The same configuration with other rights. */
  public ServerConfig withRights(EtrnRights other) {
    return new ServerConfig(
        hostName, listen, incoming, channels, routing, other, limits, security, etrn);
  }

  /** The same configuration with another policy. */
  public ServerConfig withEtrn(EtrnPolicy other) {
    return new ServerConfig(
        hostName, listen, incoming, channels, routing, rights, limits, security, other);
  }

  /** The same configuration with another routing, to these channels. */
  public ServerConfig withRouting(Routing other, Map<String, Channel> to) {
    return new ServerConfig(hostName, listen, incoming, to, other, rights, limits, security, etrn);
  }

  /** Indexes channels by their names. */
  public static Map<String, Channel> byName(Channel... channels) {
    return Stream.of(channels).collect(Collectors.toMap(Channel::name, Function.identity()));
  }
}
