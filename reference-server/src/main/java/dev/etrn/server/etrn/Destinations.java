package dev.etrn.server.etrn;

import dev.etrn.server.access.ConnectedClient;
import dev.etrn.server.config.Channel;
import dev.etrn.server.config.Dialect;
import dev.etrn.server.config.EtrnMode;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.queue.QueueSelection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a client may have run of what it asks for: the steps of form, rights, destination and
 * blocked, in this order.
 */
final class Destinations {

  /**
   * What may be run.
   *
   * @param channels names for the reply of allowetrn
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
    // PMDF-006: by itself blocketrn says nothing of sessions that run as the channel.
    this.blocksAll = dialect.blocksIncoming() && incoming.blocksEtrn();
    // PMDF-003
    boolean isDomainOnly = incoming.etrn() == EtrnMode.DOMAIN;
    this.takesPlain = !isDomainOnly || dialect.domainTakesPlain();
    this.takesQueue = !isDomainOnly;
  }

  /** Empty when nothing may be run, for whatever reason (PMDF-043). */
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
              ? whole(config.channel(name))
              : Optional.empty();
    };
  }

  /** ETRN-051, SEC-006: a name without a dot is a public suffix, whatever the rights say. */
  private boolean mayRelease(ConnectedClient client, String domain) {
    return domain.indexOf('.') > 0 && config.rights().mayRelease(client, domain);
  }

  private Optional<Permitted> node(String name) {
    Optional<Channel> channel = config.routing().channelFor(name);
    // PMDF-009
    if (dialect.nodeRunsChannel()) {
      return whole(channel);
    }
    return channel.isPresent() && mayBeRun(channel.get())
        ? Optional.of(new Permitted(channel.get().name(), new QueueSelection.Node(name)))
        : Optional.empty();
  }

  /** Of several channels, those that are not blocked; C.2 step 10. */
  private Optional<Permitted> subtree(String domain) {
    // PMDF-010
    if (dialect.subtreeRunsChannel()) {
      return whole(config.routing().channelFor(domain));
    }
    List<String> open =
        config.routing().channelsBelow(domain).stream()
            .filter(Destinations::mayBeRun)
            .map(Channel::name)
            .toList();
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Permitted(
                String.join(", ", open),
                new QueueSelection.Subtree(domain, open.stream().collect(Collectors.toSet()))));
  }

  private static Optional<Permitted> whole(Optional<Channel> channel) {
    return channel
        .filter(Destinations::mayBeRun)
        .map(c -> new Permitted(c.name(), new QueueSelection.WholeChannel(c.name())));
  }

  /** PMDF-006, PMDF-045 */
  private static boolean mayBeRun(Channel channel) {
    return !channel.blocksEtrn() && !channel.name().equals(Channel.LOCAL);
  }
}
