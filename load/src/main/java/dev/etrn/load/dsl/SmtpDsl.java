package dev.etrn.load.dsl;

import dev.etrn.load.action.GroupBuilder;
import dev.etrn.load.action.RequestBuilder;
import dev.etrn.load.action.SmtpRequest;
import dev.etrn.load.protocol.SmtpProtocolBuilder;
import java.net.InetSocketAddress;

/** The entry points of the SMTP and ETRN language for simulations; import them statically. */
public final class SmtpDsl {

  /** The system property that holds the host of the target. */
  public static final String TARGET_HOST = "etrn.target.host";

  /** The system property that holds the port of the target. */
  public static final String TARGET_PORT = "etrn.target.port";

  /** The system property that holds a node that the target permits in ETRN. */
  public static final String NODE = "etrn.node";

  private SmtpDsl() {}

  /**
   * Returns the protocol of a set-up, with the server that all users connect to.
   *
   * @throws IllegalArgumentException when the host has no address, or the port is out of range
   */
  public static SmtpProtocolBuilder smtp(String host, int port) {
    return smtp(new InetSocketAddress(host, port));
  }

  /**
   * Returns the protocol of a set-up, with the server that all users connect to.
   *
   * @throws IllegalArgumentException when the address is not resolved
   */
  public static SmtpProtocolBuilder smtp(InetSocketAddress server) {
    return SmtpProtocolBuilder.to(server);
  }

  /**
   * Returns the protocol of a set-up, with the target that {@code etrn load --simulation} names.
   *
   * @throws IllegalStateException when the simulation runs without that command and without its
   *     system properties
   */
  public static SmtpProtocolBuilder target() {
    String host = System.getProperty(TARGET_HOST);
    Integer port = Integer.getInteger(TARGET_PORT);
    if (host == null || port == null) {
      throw new IllegalStateException(
          "there is no target: run it with 'etrn load --simulation', or set the properties "
              + TARGET_HOST
              + " and "
              + TARGET_PORT);
    }
    return smtp(host, port);
  }

  /** Returns a node that the target permits in ETRN, together with all names below it. */
  public static String permittedNode() {
    return System.getProperty(NODE, "branch.example");
  }

  /**
   * Returns a request of a scenario, still without its command.
   *
   * @param name the request's name in Gatling's log; use few names, since each is counted
   *     separately
   */
  public static SmtpRequest smtp(String name) {
    return new SmtpRequest(name);
  }

  /**
   * Returns a group of commands that go out in one write (RFC 2920).
   *
   * @throws IllegalArgumentException when there is no command, or one cannot be part of a group
   */
  public static GroupBuilder pipelined(RequestBuilder... requests) {
    return GroupBuilder.of(requests);
  }
}
