package dev.etrn.suites.tck;

import dev.etrn.suites.targets.profile.Nodes;
import dev.etrn.suites.targets.profile.TargetProfile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * A mail server to test: its start, its end, and the names that are set up in it.
 *
 * <p>Only {@link #start}, {@link #stop} and {@link #nodes} must be implemented. The defaults of the
 * others suit a server without TLS and AUTH in front of one partner or more.
 */
public interface ServerUnderTest {

  /**
   * Starts the server.
   *
   * @param sink the mail exchanger of every node: the server delivers their mail here, when they
   *     ask for it
   * @return the address on which the server listens
   * @throws Exception when the server cannot be started; all tests fail then
   */
  InetSocketAddress start(InetSocketAddress sink) throws Exception;

  /** Stops the server; called once, after the last case, if it was started. */
  void stop() throws Exception;

  /** Returns the names that the cases may use; a case that needs a missing name is aborted. */
  Nodes nodes();

  /**
   * Returns the address on which the mail exchanger listens; by default a free loopback port, for a
   * server that can be told the port.
   */
  default InetSocketAddress sinkListensAt() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** Returns the time that a release may take. */
  default Duration within() {
    return Duration.ofSeconds(10);
  }

  /** Returns the quiet time: after this time without a delivery, none is expected any more. */
  default Duration quiet() {
    return Duration.ofSeconds(1);
  }

  /** Returns the number of ETRNs that the server accepts in a session; empty for no limit. */
  default OptionalInt etrnsPerSession() {
    return OptionalInt.empty();
  }

  /** Returns the profile of the server for the cases; override it for TLS, AUTH or other forms. */
  default TargetProfile profile() {
    return new TargetProfile(
        nodes(), true, within(), quiet(), Duration.ofSeconds(30), etrnsPerSession(), false);
  }
}
