package dev.etrn.suites.target;

import java.net.InetSocketAddress;

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

  /** What keeps its mail until ETRN asks for it. */
  default Holding holding() {
    return Holding.CONFIGURED;
  }

  /** Ends the target if we started it; closing twice does nothing. */
  @Override
  void close();
}
