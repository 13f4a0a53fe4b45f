package dev.etrn.suites.targets;

import dev.etrn.suites.targets.profile.TargetProfile;
import java.net.InetSocketAddress;
import java.util.Optional;

/** A target that can be connected to. */
public interface RunningTarget extends AutoCloseable {

  InetSocketAddress address();

  TargetProfile profile();

  /** The container image it runs from, or the empty string. */
  default String image() {
    return "";
  }

  /** What is installed there, such as {@code postfix 3.7.11}, or the empty string. */
  default String version() {
    return "";
  }

  /** What it uses of the machine; empty when that cannot be told. May take a second or two. */
  default Optional<MachineUse> use() {
    return Optional.empty();
  }

  /** Ends the target if we started it; closing twice does nothing. */
  @Override
  void close();
}
