package dev.etrn.suites.wire.sink;

import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.RunToken;
import dev.etrn.suites.wire.Addresses;
import dev.etrn.suites.wire.EphemeralCertificate;
import dev.etrn.suites.wire.SinkUnavailableException;
import dev.etrn.suites.wire.link.LinkCondition;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The harness as the mail exchanger of the nodes: it takes the target's deliveries, and records
 * them.
 *
 * <p>It serves up to {@value #CONNECTIONS} connections at once, and acknowledges fast, so that its
 * own slowness is never taken for the target's.
 */
public final class Sink implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Sink.class);
  private static final int CONNECTIONS = 256;

  private final ServerSocket listener;
  private final ExecutorService threads;
  private final SinkConnections connections = new SinkConnections();
  private final ArrivedMail mail = new ArrivedMail();
  private final SinkLanes lanes = new SinkLanes(this);
  private final MailOwnership owner;
  private @Nullable SSLContext tls;

  private Sink(ServerSocket listener, MailOwnership owner) {
    this.listener = listener;
    this.owner = owner;
    this.threads =
        new ThreadPoolExecutor(
            0, CONNECTIONS + 1, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), Sink::thread);
  }

  /**
   * Starts to listen.
   *
   * @param address the address; port 0 for any port
   * @throws SinkUnavailableException when the address is not available; says what to do
   */
  public static Sink listen(InetSocketAddress address) throws SinkUnavailableException {
    return listen(address, MailOwnership.ofAll());
  }

  /**
   * Starts to listen for the mail of one run: other people's mail is refused with 450 and not kept,
   * and mail of an earlier run is set aside.
   */
  public static Sink listen(InetSocketAddress address, RunToken run, String sender)
      throws SinkUnavailableException {
    return listen(address, new MailOwnership(Optional.of(run), sender));
  }

  private static Sink listen(InetSocketAddress address, MailOwnership owner)
      throws SinkUnavailableException {
    try {
      var listener = new ServerSocket();
      listener.setReuseAddress(true);
      listener.bind(address, CONNECTIONS);
      var sink = new Sink(listener, owner);
      sink.threads.execute(sink::acceptAll);
      // The certificate is made early, so that the first use of TLS need not wait for it.
      sink.threads.execute(sink::tls);
      return sink;
    } catch (BindException e) {
      throw new SinkUnavailableException(
          "cannot listen on "
              + Addresses.text(address)
              + " for the mail to come back ("
              + Addresses.reason(e)
              + "): free that port, or name another one in connectBack.listen",
          e);
    } catch (IOException e) {
      throw new SinkUnavailableException(
          "cannot listen on " + Addresses.text(address) + ": " + Addresses.reason(e), e);
    }
  }

  /** Returns the address at which it listens, with the real port. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  /** Returns the lane for all mail. */
  public SinkLane whole() {
    return lanes.whole();
  }

  /** Returns a lane for mail of these domains and those below them. */
  public SinkLane lane(Collection<String> domains) {
    return lanes.add(domains);
  }

  /** Sets the plan for later deliveries. */
  public void plan(SinkPlan plan) {
    whole().plan(plan);
  }

  /** Returns the current plan for deliveries. */
  public SinkPlan plan() {
    return whole().plan();
  }

  /**
   * Sets the condition of the network before the sink for later connections; ends connections that
   * fell silent.
   */
  public void link(LinkCondition link) {
    whole().link(link);
  }

  /**
   * Waits until the network broke under a connection, if its {@link LinkCondition} is a break.
   *
   * @return the sink's end of that connection, such as {@code S3}; empty if none broke in time
   */
  public Optional<String> awaitBroken(Duration atMost) throws InterruptedException {
    return whole().awaitBroken(atMost);
  }

  /**
   * Returns all events of the connections that were active at or after {@code nanoTime}; times are
   * readings of {@link System#nanoTime()}.
   */
  public List<Event> since(long nanoTime) {
    return connections.since(nanoTime, whole());
  }

  /** Forgets the connections that are closed by now. */
  public void forgetClosed() {
    connections.forgetClosed(whole());
  }

  /** Waits until messages with all these tokens were taken; returns true if they were in time. */
  public boolean await(Collection<String> tokens, Duration atMost) throws InterruptedException {
    return mail.await(tokens, atMost);
  }

  /** Waits until {@code count} recipients were refused in all; returns true if that was in time. */
  public boolean awaitRefused(int count, Duration atMost) throws InterruptedException {
    return whole().awaitRefused(count, atMost);
  }

  /** Returns the number of recipients refused so far. */
  public int refused() {
    return whole().refused();
  }

  /** Waits until a connection was opened and closed; returns true if one was in time. */
  public boolean awaitConnection(Duration atMost) throws InterruptedException {
    return mail.awaitUntil(connections::isAnyClosed, atMost);
  }

  /** Returns true if the message with this token was taken. */
  public boolean has(String token) {
    return mail.has(token);
  }

  /** Returns the number of refused deliveries of other people's mail, by node. */
  public Map<String, Integer> othersMail() {
    return mail.others();
  }

  /** Returns the number of messages of earlier runs that were taken and set aside. */
  public int leftOver() {
    return mail.leftOver();
  }

  ArrivedMail mail() {
    return mail;
  }

  SinkConnections connections() {
    return connections;
  }

  SinkLanes lanes() {
    return lanes;
  }

  MailOwnership owner() {
    return owner;
  }

  /** Returns the TLS context, whose certificate is made at the first call. */
  synchronized SSLContext tls() {
    SSLContext context = tls == null ? EphemeralCertificate.context("sink.example") : tls;
    tls = context;
    return context;
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      log.debug("closing the sink's listener", e);
    }
    connections.close();
    lanes.close();
    threads.shutdownNow();
  }

  private void acceptAll() {
    int number = 0;
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        var connection = SinkConnection.accepted(this, socket, ++number);
        connections.add(connection);
        threads.execute(connection);
      } catch (IOException e) {
        log.debug("the sink's listener ended", e);
      } catch (java.util.concurrent.RejectedExecutionException e) {
        log.debug("the sink is full or closed", e);
      }
    }
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "etrn-sink");
    thread.setDaemon(true);
    return thread;
  }
}
