package dev.etrn.server.delivery.routing;

/** The lookup of a node's mail exchangers. */
@FunctionalInterface
public interface MailExchangers {

  /** Returns the current destination; may block for a DNS lookup. */
  RoutingResult of(String node);
}
