package dev.etrn.suites.independence;

import dev.etrn.suites.wire.EphemeralCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A second server that implements ETRN correctly and differs from ours in nearly everything else:
 * few sessions at a time, other texts and codes, and no extension but ETRN.
 */
final class PlainServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PlainServer.class);

  private final ServerSocket listener;
  private final PlainMailQueue mailroom;
  private final Traits traits;
  private final Optional<SSLContext> tls;
  private final ExecutorService receptionists;
  private final AtomicInteger openSessions = new AtomicInteger();
  private final AtomicBoolean hesitates;

  private PlainServer(ServerSocket listener, PlainMailQueue mailroom, Traits traits) {
    this.listener = listener;
    this.mailroom = mailroom;
    this.traits = traits;
    boolean encrypts = traits.access().tls() || traits.access().implicitTls();
    this.tls = encrypts ? Optional.of(EphemeralCertificate.context()) : Optional.empty();
    this.receptionists = Executors.newCachedThreadPool();
    this.hesitates = new AtomicBoolean(traits.has(Trait.HESITATES));
  }

  static PlainServer start(Traits traits, InetSocketAddress exchanger) throws IOException {
    var listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    var server = new PlainServer(listener, new PlainMailQueue(exchanger, traits.delay()), traits);
    int threads = traits.has(Trait.SENDS_AWAY) ? 2 * traits.sessions() : traits.sessions();
    for (int i = 0; i < threads; i++) {
      server.receptionists.execute(server::receive);
    }
    return server;
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    receptionists.shutdownNow();
    mailroom.close();
  }

  private void receive() {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        talk(socket);
      } catch (IOException e) {
        // The peer is gone, or the server ends; the loop serves the next peer.
        log.debug("a session ended: {}", e.getMessage());
      }
    }
  }

  private void talk(Socket socket) throws IOException {
    var session = new PlainSession(traits, tls, mailroom, hesitates, socket);
    try {
      if (openSessions.incrementAndGet() > traits.sessions()) {
        session.sendAway();
      } else {
        session.converse();
      }
    } catch (SocketTimeoutException e) {
      // RFC 5321 section 3.8: the server must send 421 first.
      session.sendAway();
    } finally {
      openSessions.decrementAndGet();
    }
  }
}
