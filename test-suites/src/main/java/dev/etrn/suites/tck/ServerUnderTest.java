package dev.etrn.suites.tck;

import dev.etrn.suites.targets.profile.Nodes;
import dev.etrn.suites.targets.profile.TargetProfile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * A mail server to test: how it is started and ended, and which names it was set up with.
 *
 * <p>Only {@link #start}, {@link #stop} and {@link #nodes} must be given. What the others say is
 * right for a server without TLS and AUTH in front of one partner or more.
 */
public interface ServerUnderTest {

  /**
   * Starts the server.
   *
   * @param sink the mail exchanger of every node: the server delivers their mail here, when they
   *     ask for it
   * @return where the server listens
   * @throws Exception whatever keeps it from starting; all tests fail then
   */
  InetSocketAddress start(InetSocketAddress sink) throws Exception;

  /** Ends the server; called once, after the last case, when it was started. */
  void stop() throws Exception;

  /** The names that the cases may use; those left out make cases aborted that need them. */
  Nodes nodes();

  /** Where the mail exchanger listens; a free port of loopback when the server can be told. */
  default InetSocketAddress sinkListensAt() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** How long a release may take. */
  default Duration within() {
    return Duration.ofSeconds(10);
  }

  /** How long nothing must move before it is said that nothing moves. */
  default Duration quiet() {
    return Duration.ofSeconds(1);
  }

  /** How many ETRNs the server accepts in one session; empty for no limit. */
  default OptionalInt etrnsPerSession() {
    return OptionalInt.empty();
  }

  /** Everything that the cases know of the server; override it for TLS, AUTH or other forms. */
  default TargetProfile profile() {
    return new TargetProfile(
        nodes(), true, within(), quiet(), Duration.ofSeconds(30), etrnsPerSession(), false);
  }
}
