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
 * A strategy that waits until a container greets with 220. An open port alone proves nothing, since
 * the engine takes connections before anything listens inside.
 */
final class GreetingWaitStrategy extends AbstractWaitStrategy {

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int TIMEOUT_MILLIS = 5000;

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
      socket.connect(published(), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      byte[] start = socket.getInputStream().readNBytes(3);
      socket.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
      return new String(start, StandardCharsets.US_ASCII).equals("220");
    } catch (IOException e) {
      // Until the MTA is ready, a connection is refused or reset.
      return false;
    }
  }
}
