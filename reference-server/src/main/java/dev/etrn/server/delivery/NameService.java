package dev.etrn.server.delivery;

import java.net.InetAddress;
import java.util.List;

/** What delivery asks of the DNS; blocks as long as a look-up takes. */
public interface NameService {

  /**
   * An MX record.
   *
   * @param preference the lowest is tried first
   * @param host lower-case, without its final dot; empty for "no mail" (RFC 7505)
   */
  record Mx(int preference, String host) {}

  /** The MX records of {@code name}; empty when it has none, or nothing can be said now. */
  List<Mx> mx(String name);

  /** The addresses of {@code host}; empty when it has none, or nothing can be said now. */
  List<InetAddress> addresses(String host);
}
