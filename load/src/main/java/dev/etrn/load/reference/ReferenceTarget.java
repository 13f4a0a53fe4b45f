package dev.etrn.load.reference;

import dev.etrn.suites.reference.EmbeddedTarget;
import dev.etrn.suites.targets.RunningTarget;
import dev.etrn.suites.targets.Target;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.targets.profile.TargetProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The reference server with its queue on disk, in a process of its own, so that what it needs can
 * be told apart from what the harness needs.
 *
 * @param etrnsPerSession ALLOW_ETRNS_PER_SESSION; empty for no limit
 */
public record ReferenceTarget(OptionalInt etrnsPerSession) implements Target {

  @Override
  public String name() {
    return "embedded";
  }

  @Override
  public TargetProfile profile() {
    TargetProfile known = new EmbeddedTarget().profile();
    return new TargetProfile(
        known.nodes(),
        true,
        known.within(),
        known.quiet(),
        known.commandTimeout(),
        etrnsPerSession,
        false);
  }

  @Override
  public Optional<InetSocketAddress> sinkListensAt() {
    return Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @Override
  public RunningTarget start(Optional<InetSocketAddress> sink) throws TargetUnavailableException {
    InetSocketAddress exchanger =
        sink.orElseThrow(() -> new IllegalArgumentException("the reference server needs a sink"));
    try {
      return ReferenceProcess.start(exchanger, etrnsPerSession, profile());
    } catch (IOException e) {
      throw new TargetUnavailableException(
          "the reference server cannot start: " + e.getMessage(), e);
    }
  }
}
