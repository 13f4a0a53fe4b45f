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
 * The network between two ends, as good or as bad as its {@link LinkCondition} says.
 *
 * <p>It works between sockets: what it swallows was acknowledged by this host. Segments that are
 * lost on the way, so that TCP sends them again, are not in its power.
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
   * @param link how it is, for all connections that go through it
   */
  public LinkProxy(LinkCondition link) {
    this(link, received -> true);
  }

  /**
   * @param link how it is
   * @param concerns for which connections, by what was received on them so far; it carries others
   *     soundly
   */
  public LinkProxy(LinkCondition link, Predicate<String> concerns) {
    this.link = link;
    this.concerns = concerns;
    // Its thread ends when nothing is under way, so that it need not be shut down before that.
    var timer = new ScheduledThreadPoolExecutor(1, work -> daemon(work, "etrn-lag"));
    timer.setKeepAliveTime(1, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
    this.lag = timer;
  }

  /**
   * Waits until a connection was broken; says which one, as it was named when it was laid.
   *
   * @return empty when none was in time
   */
  public Optional<String> awaitBroken(Duration atMost) throws InterruptedException {
    return broken.await(atMost.toNanos(), TimeUnit.NANOSECONDS)
        ? Optional.of(brokenAt)
        : Optional.empty();
  }

  /**
   * Lays itself behind an accepted connection.
   *
   * @param name of the connection, such as {@code S3}
   * @return what to serve in its place
   */
  public Socket behind(Socket accepted, String name) throws IOException {
    // What has broken is as good as sound for all others.
    if (link instanceof LinkCondition.Sound || isSpent.get()) {
      return accepted;
    }
    InetAddress here = InetAddress.getLoopbackAddress();
    try (var middle = new ServerSocket(0, 1, here)) {
      var far = new Socket(here, middle.getLocalPort());
      Socket served = middle.accept();
      join(accepted, far, name);
      return served;
    } catch (IOException e) {
      accepted.close();
      throw e;
    }
  }

  /**
   * Leads one connection to {@code to}.
   *
   * @return where to connect in its place
   */
  public InetSocketAddress leadTo(InetSocketAddress to) throws IOException {
    var entry = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    daemon(() -> lead(entry, to), "etrn-cable").start();
    return (InetSocketAddress) entry.getLocalSocketAddress();
  }

  /** Ends connections that fell silent; what is still carried goes on until its ends leave. */
  @Override
  public void close() {
    relays.forEach(LinkConnection::endIfSilent);
  }

  private void lead(ServerSocket entry, InetSocketAddress to) {
    try (entry) {
      Socket near = entry.accept();
      var far = new Socket();
      try {
        far.connect(to);
        join(near, far, "C");
      } catch (IOException e) {
        near.close();
        far.close();
        throw e;
      }
    } catch (IOException e) {
      log.debug("no connection to {} through a cable", to, e);
    }
  }

  private void join(Socket near, Socket far, String name) throws IOException {
    near.setTcpNoDelay(true);
    far.setTcpNoDelay(true);
    var relay = new LinkConnection(this, near, far, name);
    relays.add(relay);
    daemon(relay::forth, "etrn-cable-forth").start();
    daemon(relay::back, "etrn-cable-back").start();
  }

  public boolean isSound() {
    return link instanceof LinkCondition.Sound;
  }

  boolean concerns(CharSequence received) {
    return concerns.test(received.toString());
  }

  public Optional<LinkCondition.Break> breaking() {
    return link instanceof LinkCondition.Break one ? Optional.of(one) : Optional.empty();
  }

  /** Whether this connection is the one to break; true for one of them only. */
  boolean strikes() {
    return isSpent.compareAndSet(false, true);
  }

  void broke(String name) {
    brokenAt = name;
    broken.countDown();
  }

  /** Does what carries octets, now or when they have come through; in the order of the calls. */
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
