package dev.etrn.server.delivery.routing;

/** Knows where mail for a node is delivered. */
@FunctionalInterface
public interface MailExchangers {

  /** The present destination; may take as long as a look-up takes. */
  RoutingResult of(String node);
}
