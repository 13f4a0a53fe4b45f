package dev.etrn.server.delivery.routing;

import dev.etrn.server.config.channel.OutgoingSettings;
import java.net.InetSocketAddress;
import java.util.List;

/** The destination of mail for a node. */
public sealed interface RoutingResult {

  /**
   * The exchangers of a node, of which the first reachable one gets the mail.
   *
   * @param addresses the addresses in order, at least one
   * @param settings the settings of the channel that delivers
   */
  record Exchangers(List<InetSocketAddress> addresses, OutgoingSettings settings)
      implements RoutingResult {
    public Exchangers {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * The result when the destination is unknown for now; a later attempt may succeed.
   *
   * @param reason the reason, for an operator
   */
  record NotKnownNow(String reason) implements RoutingResult {}

  /**
   * The result when there is certainly no destination: the mail is returned.
   *
   * @param reason the reason, for the sender, beginning with an enhanced status code (RFC 3463)
   */
  record Nowhere(String reason) implements RoutingResult {}

  /** Returns one exchanger with the standard settings. */
  static RoutingResult at(InetSocketAddress exchanger) {
    return new Exchangers(List.of(exchanger), OutgoingSettings.STANDARD);
  }
}
