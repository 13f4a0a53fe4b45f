package dev.etrn.server.delivery;

import dev.etrn.server.config.Outgoing;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Where mail for a node goes, and how.
 *
 * @param exchangers the addresses to try, in order; empty when none is known now
 * @param how keywords and options of the channel that delivers
 */
public record Destination(List<InetSocketAddress> exchangers, Outgoing how) {

  public Destination {
    exchangers = List.copyOf(exchangers);
  }

  /** One exchanger, and all else as the standards have it. */
  public static Destination at(InetSocketAddress exchanger) {
    return new Destination(List.of(exchanger), Outgoing.STANDARD);
  }
}
