package dev.etrn.load.dsl;

import dev.etrn.load.action.GroupBuilder;
import dev.etrn.load.action.RequestBuilder;
import dev.etrn.load.action.SmtpRequest;
import dev.etrn.load.protocol.SmtpProtocolBuilder;
import java.net.InetSocketAddress;

/** The words that simulations use for SMTP and ETRN; to be imported statically. */
public final class SmtpDsl {

  private SmtpDsl() {}

  /**
   * The protocol of a set-up: the server that all users connect to.
   *
   * @throws IllegalArgumentException when the host has no address, or the port is none
   */
  public static SmtpProtocolBuilder smtp(String host, int port) {
    return smtp(new InetSocketAddress(host, port));
  }

  /**
   * The protocol of a set-up: the server that all users connect to.
   *
   * @throws IllegalArgumentException when the address is not resolved
   */
  public static SmtpProtocolBuilder smtp(InetSocketAddress server) {
    return SmtpProtocolBuilder.to(server);
  }

  /**
   * A request of a scenario.
   *
   * @param name in Gatling's log; keep it to few, since each is counted apart
   */
  public static SmtpRequest smtp(String name) {
    return new SmtpRequest(name);
  }

  /**
   * Commands in one write (RFC 2920).
   *
   * @throws IllegalArgumentException when there is none, or one that cannot be part of a group
   */
  public static GroupBuilder pipelined(RequestBuilder... requests) {
    return GroupBuilder.of(requests);
  }
}
