package dev.etrn.suites.wire.scripted;

import dev.etrn.suites.wire.Addresses;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.SinkUnavailableException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The harness as the server that a client under test asks: it follows a {@link ScriptedServerPlan},
 * and records.
 *
 * <p>Clients are served only between {@link #open} and {@link #end}; outside of a visit their
 * connections are closed without a greeting.
 */
public final class ScriptedServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ScriptedServer.class);
  private static final int BACKLOG = 16;

  private final ServerSocket listener;
  private final SSLContext tls;
  private final ExecutorService threads = Executors.newCachedThreadPool(ScriptedServer::thread);
  private final Object lock = new Object();
  private final List<ScriptedServerConnection> connections = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private @Nullable ScriptedServerPlan plan;
  private @Nullable Recorder recorder;
  private int number;

  private ScriptedServer(ServerSocket listener, SSLContext tls) {
    this.listener = listener;
    this.tls = tls;
  }

  /**
   * Starts to listen.
   *
   * @param address the address; port 0 for any port
   * @param tls the context for STARTTLS
   * @throws SinkUnavailableException when the address is not available; says what to do
   */
  public static ScriptedServer listen(InetSocketAddress address, SSLContext tls)
      throws SinkUnavailableException {
    try {
      var listener = new ServerSocket();
      listener.setReuseAddress(true);
      listener.bind(address, BACKLOG);
      var provider = new ScriptedServer(listener, tls);
      provider.threads.execute(provider::acceptAll);
      return provider;
    } catch (IOException e) {
      throw new SinkUnavailableException(
          "cannot listen on "
              + Addresses.text(address)
              + " for the client ("
              + Addresses.reason(e)
              + "): free that port, or name another one with --listen",
          e);
    }
  }

  /** Returns the address at which it listens, with the real port. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  /**
   * Begins a visit.
   *
   * @param visitPlan the plan of the visit
   * @param firstNumber the number of its first connection, so that a transcript can hold several
   *     visits
   * @param visitRecorder the recorder of its connections
   */
  public void open(ScriptedServerPlan visitPlan, int firstNumber, Recorder visitRecorder) {
    synchronized (lock) {
      plan = visitPlan;
      recorder = visitRecorder;
      number = firstNumber - 1;
      counts.clear();
      connections.clear();
    }
  }

  /** Waits until a client connected; returns true if one did in time. */
  public boolean awaitConnection(Duration atMost) throws InterruptedException {
    return await(atMost, () -> !connections.isEmpty());
  }

  /**
   * Waits until all clients are gone and no other client came for {@code quiet}; returns true if
   * that happened in time.
   */
  public boolean awaitQuiet(Duration quiet, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (true) {
      Duration remaining = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      if (!await(remaining, this::haveAllEnded)) {
        return false;
      }
      int previousCount = count();
      if (!await(quiet, () -> connections.size() != previousCount)) {
        return true;
      }
    }
  }

  /**
   * Waits for the ends of all connections of a client that is gone.
   *
   * @return true if all ended in time
   */
  public boolean awaitEnds(Duration atMost) throws InterruptedException {
    return await(atMost, this::haveAllEnded);
  }

  /** Ends the visit and closes its connections; returns the number of connections it had. */
  public int end() throws InterruptedException {
    List<ScriptedServerConnection> open;
    synchronized (lock) {
      plan = null;
      open = List.copyOf(connections);
    }
    open.forEach(ScriptedServerConnection::close);
    await(Duration.ofSeconds(5), this::haveAllEnded);
    return open.size();
  }

  /** Returns the answer to the next command of {@code verb} in this visit. */
  List<ScriptedAction> next(String verb) {
    synchronized (lock) {
      int index = counts.merge(verb, 1, Integer::sum) - 1;
      return plan == null ? List.of(new ScriptedAction.Close()) : plan.answer(verb, index);
    }
  }

  List<ScriptedAction> greeting() {
    synchronized (lock) {
      return plan == null ? List.of(new ScriptedAction.Close()) : plan.greeting();
    }
  }

  SSLContext tls() {
    return tls;
  }

  void changed() {
    synchronized (lock) {
      lock.notifyAll();
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      log.debug("closing the provider's listener", e);
    }
    synchronized (lock) {
      connections.forEach(ScriptedServerConnection::close);
    }
    threads.shutdownNow();
  }

  private boolean haveAllEnded() {
    return connections.stream().allMatch(ScriptedServerConnection::isOver);
  }

  private int count() {
    synchronized (lock) {
      return connections.size();
    }
  }

  private boolean await(Duration atMost, java.util.function.BooleanSupplier condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    synchronized (lock) {
      while (!condition.getAsBoolean()) {
        long remaining = deadline - System.nanoTime();
        if (remaining <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(lock, remaining);
      }
      return true;
    }
  }

  private void acceptAll() {
    while (!listener.isClosed()) {
      try {
        serve(listener.accept());
      } catch (IOException | java.util.concurrent.RejectedExecutionException e) {
        log.debug("the provider's listener ended", e);
      }
    }
  }

  private void serve(Socket socket) throws IOException {
    synchronized (lock) {
      if (plan == null || recorder == null) {
        socket.close();
        return;
      }
      var connection = new ScriptedServerConnection(this, socket, ++number, recorder);
      connections.add(connection);
      threads.execute(connection);
      lock.notifyAll();
    }
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "etrn-provider");
    thread.setDaemon(true);
    return thread;
  }
}
