package dev.etrn.server.delivery;

import java.net.InetSocketAddress;
import java.util.List;

/** Where mail for a node is delivered. */
@FunctionalInterface
public interface MailExchangers {

  /** The addresses to try, in order; may take as long as a look-up takes. */
  List<InetSocketAddress> of(String node);
}
