package dev.etrn.server.etrn;

import dev.etrn.server.access.ConnectedClient;
import dev.etrn.server.config.Dialect;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.Channel;
import dev.etrn.server.config.channel.EtrnMode;
import dev.etrn.server.queue.QueueSelection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The check of an ETRN request: the steps of form, rights, destination and blocked, in this order.
 */
final class Destinations {

  /**
   * The queues that a request may run.
   *
   * @param channels the names of the channels, for the reply of allowetrn
   */
  record Permitted(String channels, QueueSelection selection) {}

  private final ServerConfig config;
  private final Dialect dialect;
  private final boolean blocksAll;
  private final boolean takesPlain;
  private final boolean takesQueue;

  Destinations(ServerConfig config) {
    this.config = config;
    this.dialect = config.etrn().dialect();
    Channel incoming = config.incoming();
    // PMDF-006: by itself blocketrn has no effect on sessions that run as the channel.
    this.blocksAll = dialect.blocksIncoming() && incoming.blocksEtrn();
    // PMDF-003
    boolean isDomainOnly = incoming.etrn() == EtrnMode.DOMAIN;
    this.takesPlain = !isDomainOnly || dialect.domainTakesPlain();
    this.takesQueue = !isDomainOnly;
  }

  /**
   * Returns the permitted queues, or empty when nothing may run, for whatever reason (PMDF-043).
   */
  Optional<Permitted> of(EtrnRequest request, ConnectedClient client) {
    if (blocksAll) {
      return Optional.empty();
    }
    String name = request.name();
    return switch (request.form()) {
      case NODE -> takesPlain && mayRelease(client, name) ? node(name) : Optional.empty();
      case SUBTREE -> mayRelease(client, name) ? subtree(name) : Optional.empty();
      case QUEUE ->
          takesQueue && config.rights().mayRun(client, name)
              ? wholeChannel(config.channel(name))
              : Optional.empty();
    };
  }

  /**
   * Returns true if {@code client} may release {@code domain}; a name without a dot is a public
   * suffix, whatever the rights say (ETRN-051, SEC-006).
   */
  private boolean mayRelease(ConnectedClient client, String domain) {
    return domain.indexOf('.') > 0 && config.rights().mayRelease(client, domain);
  }

  private Optional<Permitted> node(String name) {
    Optional<Channel> channel = config.routing().channelFor(name);
    // PMDF-009
    if (dialect.nodeRunsChannel()) {
      return wholeChannel(channel);
    }
    return channel.isPresent() && mayBeRun(channel.get())
        ? Optional.of(new Permitted(channel.get().name(), new QueueSelection.Node(name)))
        : Optional.empty();
  }

  /** Returns the channels below {@code domain} that are not blocked. */
  private Optional<Permitted> subtree(String domain) {
    // PMDF-010
    if (dialect.subtreeRunsChannel()) {
      return wholeChannel(config.routing().channelFor(domain));
    }
    List<String> channels =
        config.routing().channelsBelow(domain).stream()
            .filter(Destinations::mayBeRun)
            .map(Channel::name)
            .toList();
    return channels.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Permitted(
                String.join(", ", channels),
                new QueueSelection.Subtree(domain, channels.stream().collect(Collectors.toSet()))));
  }

  private static Optional<Permitted> wholeChannel(Optional<Channel> channel) {
    return channel
        .filter(Destinations::mayBeRun)
        .map(run -> new Permitted(run.name(), new QueueSelection.WholeChannel(run.name())));
  }

  /** Returns true unless the channel is blocked or local (PMDF-006, PMDF-045). */
  private static boolean mayBeRun(Channel channel) {
    return !channel.blocksEtrn() && !channel.name().equals(Channel.LOCAL);
  }
}
