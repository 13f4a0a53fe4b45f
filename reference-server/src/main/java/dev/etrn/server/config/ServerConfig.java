package dev.etrn.server.config;

import dev.etrn.server.access.EtrnRights;
import dev.etrn.server.config.channel.Channel;
import dev.etrn.server.config.channel.Security;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole configuration of the server; immutable.
 *
 * @param hostName the server's own name
 * @param listen the listen address; port 0 for any
 * @param incoming the channel that sessions run as
 * @param channels all channels by name
 * @param routing the routing of domains to channels; a domain without a channel is not relayed
 * @param rights the rights of clients to release mail
 * @param limits the limits of sessions
 * @param security TLS and AUTH
 * @param etrn the policy for ETRN replies where no keyword decides
 * @param periodicJob the interval of the periodic job
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
    EtrnPolicy etrn,
    Duration periodicJob) {

  /** The interval of the periodic job unless the configuration names another (PMDF-028). */
  public static final Duration PERIODIC_JOB = Duration.ofHours(4);

  public ServerConfig {
    channels = Map.copyOf(channels);
  }

  public Optional<Channel> channel(String name) {
    return Optional.ofNullable(channels.get(name));
  }

  /** Returns the same configuration with another incoming channel. */
  public ServerConfig withIncoming(Channel channel) {
    return new ServerConfig(
        hostName, listen, channel, channels, routing, rights, limits, security, etrn, periodicJob);
  }

  /** Returns the same configuration with other limits. */
  public ServerConfig withLimits(SessionLimits other) {
    return new ServerConfig(
        hostName, listen, incoming, channels, routing, rights, other, security, etrn, periodicJob);
  }

  /** Returns the same configuration with other TLS and AUTH settings. */
  public ServerConfig withSecurity(Security other) {
    return new ServerConfig(
        hostName, listen, incoming, channels, routing, rights, limits, other, etrn, periodicJob);
  }

  /** Returns the same configuration with other rights. */
  public ServerConfig withRights(EtrnRights other) {
    return new ServerConfig(
        hostName, listen, incoming, channels, routing, other, limits, security, etrn, periodicJob);
  }

  /** Returns the same configuration with another policy. */
  public ServerConfig withEtrn(EtrnPolicy other) {
    return new ServerConfig(
        hostName,
        listen,
        incoming,
        channels,
        routing,
        rights,
        limits,
        security,
        other,
        periodicJob);
  }

  /** Returns the same configuration with another routing, to these channels. */
  public ServerConfig withRouting(Routing other, Map<String, Channel> destinations) {
    return new ServerConfig(
        hostName,
        listen,
        incoming,
        destinations,
        other,
        rights,
        limits,
        security,
        etrn,
        periodicJob);
  }

  /** Indexes channels by their names. */
  public static Map<String, Channel> byName(Channel... channels) {
    return Stream.of(channels).collect(Collectors.toMap(Channel::name, Function.identity()));
  }
}
