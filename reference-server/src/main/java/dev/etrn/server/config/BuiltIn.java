package dev.etrn.server.config;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;

/**
 * The configuration that is used when none is given: a provider with a few partners, all of them
 * with the same mail exchanger.
 *
 * <p>A client on loopback may release {@code branch.example} and {@code idle.example} with all
 * names below them, and run the channel {@code tcp_branch}.
 */
public final class BuiltIn {

  /** How many ETRNs a session may have accepted. */
  public static final int ETRNS_PER_SESSION = 10;

  private BuiltIn() {}

  /**
   * @param listen where the server listens; port 0 for any
   * @param exchanger where the partners' mail is delivered
   */
  public static ServerConfig config(InetSocketAddress listen, InetSocketAddress exchanger) {
    Channel incoming =
        Channel.of("tcp_local")
            .accepting(EtrnMode.ALLOW, ChannelOptions.NONE.withEtrnsPerSession(ETRNS_PER_SESSION));
    Channel branch = outgoing("tcp_branch", exchanger);
    Channel sibling = outgoing("tcp_sibling", exchanger);
    Channel idle = outgoing("tcp_idle", exchanger);
    Channel denied = outgoing("tcp_denied", exchanger);
    return new ServerConfig(
        "hub.example",
        listen,
        incoming,
        ServerConfig.byName(incoming, branch, sibling, idle, denied),
        Routing.builder()
            .subtree("branch.example", branch)
            // A trap for servers that do not match on label boundaries (ETRN-048).
            .subtree("xbranch.example", sibling)
            .subtree("sibling.example", sibling)
            .subtree("idle.example", idle)
            .subtree("denied.example", denied)
            .build(),
        new EtrnRights(
            List.of(
                new EtrnRights.Grant(
                    client -> client.address().isLoopbackAddress(),
                    Set.of("branch.example", "idle.example"),
                    Set.of("tcp_branch")))),
        SessionLimits.STANDARD,
        Security.NONE,
        EtrnPolicy.STANDARD);
  }

  private static Channel outgoing(String name, InetSocketAddress exchanger) {
    String literal = "[" + exchanger.getAddress().getHostAddress() + "]";
    return Channel.of(name)
        .delivering(Outgoing.STANDARD.held().toDaemon(literal, exchanger.getPort()));
  }
}
