package dev.etrn.suites.targets;

import dev.etrn.suites.targets.profile.TargetProfile;
import java.net.InetSocketAddress;
import java.util.Optional;

/** A target that accepts connections. */
public interface RunningTarget extends AutoCloseable {

  InetSocketAddress address();

  TargetProfile profile();

  /** Returns the container image it runs from, or the empty string. */
  default String image() {
    return "";
  }

  /** Returns the installed version, such as {@code postfix 3.7.11}, or the empty string. */
  default String version() {
    return "";
  }

  /** Returns its resource use; empty when that is unknown. May take a second or two. */
  default Optional<MachineUse> use() {
    return Optional.empty();
  }

  /** Ends the target if we started it; closing twice does nothing. */
  @Override
  void close();
}
