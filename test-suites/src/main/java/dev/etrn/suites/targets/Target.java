package dev.etrn.suites.targets;

import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.waivers.Waivers;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** A mail server to test, not yet running or not yet looked at. */
public interface Target {

  /**
   * As the user names it, such as {@code embedded}, {@code 127.0.0.1:2525}, {@code mta:postfix}.
   */
  String name();

  /** What is known of it before it runs. */
  TargetProfile profile();

  /** Where the sink must listen for this target; port 0 for any; empty when no mail comes back. */
  Optional<InetSocketAddress> sinkListensAt();

  /** What a load run must keep for who demands nothing else, such as {@code p99<5ms}. */
  default List<String> loadThresholds() {
    return List.of();
  }

  /** The deviations that are known of it, for who names no others. */
  default Waivers waivers() {
    return Waivers.none();
  }

  /**
   * Does once what takes long and need not be done again at each start, such as building an image.
   *
   * @throws TargetUnavailableException when it cannot be done
   */
  default void prepare() throws TargetUnavailableException {}

  /**
   * Starts the target, if it is ours to start.
   *
   * @param sink where the sink listens, when there is one
   * @throws TargetUnavailableException when it cannot be started or found
   */
  RunningTarget start(Optional<InetSocketAddress> sink) throws TargetUnavailableException;
}
