package dev.etrn.server.delivery.routing;

import dev.etrn.server.config.OutgoingSettings;
import java.net.InetSocketAddress;
import java.util.List;

/** Where mail for a node goes. */
public sealed interface RoutingResult {

  /**
   * To the first of these that is reached.
   *
   * @param addresses in order, at least one
   * @param how keywords and options of the channel that delivers
   */
  record Exchangers(List<InetSocketAddress> addresses, OutgoingSettings how)
      implements RoutingResult {
    public Exchangers {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * Nobody can say now; it is worth another try.
   *
   * @param why for an operator
   */
  record NotKnownNow(String why) implements RoutingResult {}

  /**
   * Nowhere, for certain: it is given up.
   *
   * @param why for the sender, beginning with an enhanced status code (RFC 3463)
   */
  record Nowhere(String why) implements RoutingResult {}

  /** One exchanger, and all else as the standards have it. */
  static RoutingResult at(InetSocketAddress exchanger) {
    return new Exchangers(List.of(exchanger), OutgoingSettings.STANDARD);
  }
}
