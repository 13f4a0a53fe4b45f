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
 * The reference server as a target, with its queue on disk and in its own process, so that its
 * resource use can be told apart from that of the harness.
 *
 * @param etrnsPerSession the value of ALLOW_ETRNS_PER_SESSION; empty for no limit
 */
public record ReferenceTarget(OptionalInt etrnsPerSession) implements Target {

  @Override
  public String name() {
    return "embedded";
  }

  @Override
  public TargetProfile profile() {
    TargetProfile embedded = new EmbeddedTarget().profile();
    return new TargetProfile(
        embedded.nodes(),
        true,
        embedded.within(),
        embedded.quiet(),
        embedded.commandTimeout(),
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
