package dev.etrn.suites.containers;

import dev.etrn.suites.wire.Addresses;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/**
 * Waits until a container greets with 220. That its port can be connected to says nothing: the
 * engine takes connections before anybody listens inside.
 */
final class GreetingWaitStrategy extends AbstractWaitStrategy {

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int PATIENCE_MILLIS = 5000;

  private final int port;

  GreetingWaitStrategy(int port) {
    this.port = port;
  }

  @Override
  protected void waitUntilReady() {
    long deadline = System.nanoTime() + startupTimeout.toNanos();
    while (!greets()) {
      if (System.nanoTime() - deadline > 0 || !isRunning()) {
        throw new ContainerLaunchException(
            "nothing greets with 220 at "
                + Addresses.text(published())
                + ", where its port "
                + port
                + " is published");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private boolean isRunning() {
    return Boolean.TRUE.equals(
        waitStrategyTarget.getCurrentContainerInfo().getState().getRunning());
  }

  private InetSocketAddress published() {
    return new InetSocketAddress(
        waitStrategyTarget.getHost(), waitStrategyTarget.getMappedPort(port));
  }

  private boolean greets() {
    try (var socket = new Socket()) {
      socket.connect(published(), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      byte[] start = socket.getInputStream().readNBytes(3);
      socket.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
      return new String(start, StandardCharsets.US_ASCII).equals("220");
    } catch (IOException e) {
      // Not yet: until it is ready a connection is refused, or reset.
      return false;
    }
  }
}
