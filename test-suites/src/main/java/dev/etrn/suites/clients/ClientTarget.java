package dev.etrn.suites.clients;

import dev.etrn.suites.targets.TargetUnavailableException;
import java.net.InetSocketAddress;

/** An ETRN client to test. */
public interface ClientTarget {

  /** As the user names it, such as the command that runs it, or {@code client:fetchmail}. */
  String name();

  /** Where the harness must listen to be asked; port 0 for any. */
  InetSocketAddress listensAt();

  /**
   * Makes the client ready to ask.
   *
   * @param server where it finds the server
   * @throws TargetUnavailableException when it cannot be started
   */
  RunningClient start(InetSocketAddress server) throws TargetUnavailableException;
}
