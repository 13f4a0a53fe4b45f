package dev.etrn.suites.targets;

import dev.etrn.suites.targets.profile.LoadTerms;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.waivers.Waivers;
import java.net.InetSocketAddress;
import java.util.Optional;

/** A mail server to test, which may not be running yet. */
public interface Target {

  /**
   * Returns the user's name for it, such as {@code embedded}, {@code 127.0.0.1:2525}, {@code
   * mta:postfix}.
   */
  String name();

  /** Returns the statements about it that are known before it runs. */
  TargetProfile profile();

  /** Returns the sink's address for this target; port 0 for any; empty when no mail comes back. */
  Optional<InetSocketAddress> sinkListensAt();

  /** Returns the terms of a load run. */
  default LoadTerms load() {
    return LoadTerms.NONE;
  }

  /** Returns its known deviations, which apply unless the user names others. */
  default Waivers waivers() {
    return Waivers.none();
  }

  /**
   * Does the slow work that is needed only once, such as building an image.
   *
   * @throws TargetUnavailableException when it cannot be done
   */
  default void prepare() throws TargetUnavailableException {}

  /**
   * Starts the target, if it is ours to start.
   *
   * @param sink the address at which the sink listens, if there is one
   * @throws TargetUnavailableException when it cannot be started or found
   */
  RunningTarget start(Optional<InetSocketAddress> sink) throws TargetUnavailableException;
}
