package dev.etrn.suites.wire.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The network between two ends, in the state of its {@link LinkCondition}.
 *
 * <p>It works between sockets, so this host has acknowledged the octets that it drops. It cannot
 * lose single segments, which TCP would send again.
 */
public final class LinkProxy implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LinkProxy.class);

  private final LinkCondition link;
  private final Predicate<String> concerns;
  private final ScheduledExecutorService lag;
  private final Queue<LinkConnection> relays = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean isSpent = new AtomicBoolean();
  private final CountDownLatch broken = new CountDownLatch(1);
  private volatile String brokenAt = "";

  /**
   * @param link its condition, for all connections through it
   */
  public LinkProxy(LinkCondition link) {
    this(link, received -> true);
  }

  /**
   * @param link its condition
   * @param concerns the test, by the octets received so far, for the connections that it affects
   */
  public LinkProxy(LinkCondition link, Predicate<String> concerns) {
    this.link = link;
    this.concerns = concerns;
    // Its thread ends when it is idle, so it needs no shutdown.
    var timer = new ScheduledThreadPoolExecutor(1, work -> daemon(work, "etrn-lag"));
    timer.setKeepAliveTime(1, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
    this.lag = timer;
  }

  /**
   * Waits until a connection was broken.
   *
   * @return the name of the broken connection; empty if none broke in time
   */
  public Optional<String> awaitBroken(Duration atMost) throws InterruptedException {
    return broken.await(atMost.toNanos(), TimeUnit.NANOSECONDS)
        ? Optional.of(brokenAt)
        : Optional.empty();
  }

  /**
   * Puts the proxy behind an accepted connection.
   *
   * @param name the name of the connection, such as {@code S3}
   * @return the socket to serve in its place
   */
  public Socket behind(Socket accepted, String name) throws IOException {
    // After the break all other connections are sound.
    if (link instanceof LinkCondition.Sound || isSpent.get()) {
      return accepted;
    }
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (var middle = new ServerSocket(0, 1, loopback)) {
      var far = new Socket(loopback, middle.getLocalPort());
      Socket proxied = middle.accept();
      join(accepted, far, name);
      return proxied;
    } catch (IOException e) {
      accepted.close();
      throw e;
    }
  }

  /**
   * Forwards one connection to {@code destination}.
   *
   * @return the address to connect to in its place
   */
  public InetSocketAddress forwardTo(InetSocketAddress destination) throws IOException {
    var entry = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    daemon(() -> forward(entry, destination), "etrn-link").start();
    return (InetSocketAddress) entry.getLocalSocketAddress();
  }

  /** Ends connections that fell silent; other connections go on until their ends close. */
  @Override
  public void close() {
    relays.forEach(LinkConnection::endIfSilent);
  }

  private void forward(ServerSocket entry, InetSocketAddress destination) {
    try (entry) {
      Socket near = entry.accept();
      var far = new Socket();
      try {
        far.connect(destination);
        join(near, far, "C");
      } catch (IOException e) {
        near.close();
        far.close();
        throw e;
      }
    } catch (IOException e) {
      log.debug("no connection to {} through the proxy", destination, e);
    }
  }

  private void join(Socket near, Socket far, String name) throws IOException {
    near.setTcpNoDelay(true);
    far.setTcpNoDelay(true);
    var relay = new LinkConnection(this, near, far, name);
    relays.add(relay);
    daemon(relay::carryForward, "etrn-link-forward").start();
    daemon(relay::carryBack, "etrn-link-back").start();
  }

  public boolean isSound() {
    return link instanceof LinkCondition.Sound;
  }

  boolean concerns(CharSequence received) {
    return concerns.test(received.toString());
  }

  public Optional<LinkCondition.Break> breaking() {
    return link instanceof LinkCondition.Break condition
        ? Optional.of(condition)
        : Optional.empty();
  }

  /** Returns true if this connection is to break, which holds for only one connection. */
  boolean claimBreak() {
    return isSpent.compareAndSet(false, true);
  }

  void recordBreak(String name) {
    brokenAt = name;
    broken.countDown();
  }

  /** Runs {@code work} now or after the latency, in the order of the calls. */
  void carry(boolean isConcerned, Runnable work) {
    if (isConcerned && link instanceof LinkCondition.Latency latency) {
      ScheduledFuture<?> arrival =
          lag.schedule(work, latency.eachWay().toNanos(), TimeUnit.NANOSECONDS);
      log.trace("arrives: {}", arrival);
    } else {
      work.run();
    }
  }

  private static Thread daemon(Runnable work, String name) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
