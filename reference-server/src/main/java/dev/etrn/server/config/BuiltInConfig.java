package dev.etrn.server.config;

import dev.etrn.server.access.EtrnRights;
import dev.etrn.server.config.channel.Channel;
import dev.etrn.server.config.channel.ChannelOptions;
import dev.etrn.server.config.channel.EtrnMode;
import dev.etrn.server.config.channel.OutgoingSettings;
import dev.etrn.server.config.channel.Security;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The default configuration: a provider with a few partners, all of them with the same mail
 * exchanger.
 *
 * <p>A client on loopback may release {@code branch.example} and {@code idle.example} with all
 * names below them, and run the channel {@code tcp_branch}. There are {@link #LANES} sets of such
 * partners, so that as many tests can move mail in parallel: {@code branch2.example}, {@code
 * sibling2.example} and {@code tcp_branch2}, and so on. Mail to the postmaster waits in the local
 * channel.
 */
public final class BuiltInConfig {

  /** The number of ETRNs that the server accepts in one session. */
  public static final int ETRNS_PER_SESSION = 10;

  /** The number of sets of partners. */
  public static final int LANES = 8;

  private BuiltInConfig() {}

  /**
   * Returns the configuration.
   *
   * @param listen the listen address; port 0 for any
   * @param exchanger the mail exchanger of all partners
   */
  public static ServerConfig config(InetSocketAddress listen, InetSocketAddress exchanger) {
    Channel incoming =
        Channel.of("tcp_local")
            .accepting(EtrnMode.ALLOW, ChannelOptions.NONE.withEtrnsPerSession(ETRNS_PER_SESSION));
    Channel local = Channel.of(Channel.LOCAL).delivering(OutgoingSettings.STANDARD.held());
    Channel idle = outgoing("tcp_idle", exchanger);
    Channel denied = outgoing("tcp_denied", exchanger);
    var channels = new ArrayList<Channel>(List.of(local, incoming, idle, denied));
    var routes = Routing.builder().subtree("idle.example", idle).subtree("denied.example", denied);
    Set<String> nodes = new LinkedHashSet<>(Set.of("idle.example"));
    Set<String> queues = new LinkedHashSet<>();
    for (int lane = 1; lane <= LANES; lane++) {
      String number = lane == 1 ? "" : Integer.toString(lane);
      Channel branch = outgoing("tcp_branch" + number, exchanger);
      Channel sibling = outgoing("tcp_sibling" + number, exchanger);
      channels.addAll(List.of(branch, sibling));
      routes
          .subtree("branch" + number + ".example", branch)
          // A trap for servers that do not match on label boundaries (ETRN-048).
          .subtree("xbranch" + number + ".example", sibling)
          .subtree("sibling" + number + ".example", sibling);
      nodes.add("branch" + number + ".example");
      queues.add("tcp_branch" + number);
    }
    return new ServerConfig(
        "hub.example",
        listen,
        incoming,
        ServerConfig.byName(channels.toArray(Channel[]::new)),
        routes.build(),
        new EtrnRights(
            List.of(
                new EtrnRights.Grant(
                    client -> client.address().isLoopbackAddress(), nodes, queues))),
        SessionLimits.STANDARD,
        Security.NONE,
        EtrnPolicy.STANDARD,
        ServerConfig.PERIODIC_JOB);
  }

  private static Channel outgoing(String name, InetSocketAddress exchanger) {
    String literal = "[" + exchanger.getAddress().getHostAddress() + "]";
    return Channel.of(name)
        .delivering(OutgoingSettings.STANDARD.held().toDaemon(literal, exchanger.getPort()));
  }
}
