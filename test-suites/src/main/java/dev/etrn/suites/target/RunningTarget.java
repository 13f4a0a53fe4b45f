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

  /** Ends the target if we started it; closing twice does nothing. */
  @Override
  void close();
}
