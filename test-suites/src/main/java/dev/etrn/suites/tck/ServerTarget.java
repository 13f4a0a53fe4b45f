package dev.etrn.suites.tck;

import dev.etrn.suites.targets.RunningTarget;
import dev.etrn.suites.targets.Target;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.targets.profile.TargetProfile;
import java.net.InetSocketAddress;
import java.util.Optional;

/** A server under test as the target of a run. */
record ServerTarget(ServerUnderTest server) implements Target {

  @Override
  public String name() {
    return server.getClass().getSimpleName();
  }

  @Override
  public TargetProfile profile() {
    return server.profile();
  }

  @Override
  public Optional<InetSocketAddress> sinkListensAt() {
    return Optional.of(server.sinkListensAt());
  }

  // Any reason that keeps the server from starting is reported; an interruption is not swallowed.
  @Override
  @SuppressWarnings("InterruptedExceptionSwallowed")
  public RunningTarget start(Optional<InetSocketAddress> sink) throws TargetUnavailableException {
    try {
      return new Running(server, server.start(sink.orElseThrow()));
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new TargetUnavailableException(name() + " did not start: " + e, e);
    }
  }

  private record Running(ServerUnderTest server, InetSocketAddress address)
      implements RunningTarget {

    @Override
    public TargetProfile profile() {
      return server.profile();
    }

    @Override
    @SuppressWarnings("InterruptedExceptionSwallowed")
    public void close() {
      try {
        server.stop();
      } catch (Exception e) {
        if (e instanceof InterruptedException) {
          Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("the server under test did not stop: " + e, e);
      }
    }
  }
}
