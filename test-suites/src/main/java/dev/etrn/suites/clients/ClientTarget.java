package dev.etrn.suites.clients;

import dev.etrn.suites.targets.TargetUnavailableException;
import java.net.InetSocketAddress;

/** An ETRN client to test. */
public interface ClientTarget {

  /** Returns the user's name for it: the command that runs it, or {@code client:fetchmail}. */
  String name();

  /** Returns the address at which the harness must listen for the client; port 0 for any port. */
  InetSocketAddress listensAt();

  /**
   * Starts the client, if it needs starting, so that it can be told to ask.
   *
   * @param server the address of the server
   * @throws TargetUnavailableException when it cannot be started
   */
  RunningClient start(InetSocketAddress server) throws TargetUnavailableException;
}
