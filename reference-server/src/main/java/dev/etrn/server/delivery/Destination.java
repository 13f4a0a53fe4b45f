package dev.etrn.server.delivery;

import dev.etrn.server.config.Outgoing;
import java.net.InetSocketAddress;
import java.util.List;

/** Where mail for a node goes. */
public sealed interface Destination {

  /**
   * To the first of these that is reached.
   *
   * @param addresses in order, at least one
   * @param how keywords and options of the channel that delivers
   */
  record Exchangers(List<InetSocketAddress> addresses, Outgoing how) implements Destination {
    public Exchangers {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * Nobody can say now; it is worth another try.
   *
   * @param why for an operator
   */
  record NotKnownNow(String why) implements Destination {}

  /**
   * Nowhere, for certain: it is given up.
   *
   * @param why for the sender, beginning with an enhanced status code (RFC 3463)
   */
  record Nowhere(String why) implements Destination {}

  /** One exchanger, and all else as the standards have it. */
  static Destination at(InetSocketAddress exchanger) {
    return new Exchangers(List.of(exchanger), Outgoing.STANDARD);
  }
}
