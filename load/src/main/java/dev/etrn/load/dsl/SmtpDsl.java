package dev.etrn.load.dsl;

import dev.etrn.load.action.GroupBuilder;
import dev.etrn.load.action.RequestBuilder;
import dev.etrn.load.action.SmtpRequest;
import dev.etrn.load.protocol.SmtpProtocolBuilder;
import java.net.InetSocketAddress;

/** The words that simulations use for SMTP and ETRN; to be imported statically. */
public final class SmtpDsl {

  /** The system property that holds the host of the target. */
  public static final String TARGET_HOST = "etrn.target.host";

  /** The system property that holds the port of the target. */
  public static final String TARGET_PORT = "etrn.target.port";

  /** The system property that holds the node that may be asked for. */
  public static final String NODE = "etrn.node";

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
   * The protocol of a set-up: the target that {@code etrn load --simulation} names.
   *
   * @throws IllegalStateException when no such command runs the simulation
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

  /** A node of the target that may be asked for, with all names below it. */
  public static String permittedNode() {
    return System.getProperty(NODE, "branch.example");
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
