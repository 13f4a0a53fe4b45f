package dev.etrn.suites.wire.client;

import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Event.Closing;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.ReplyReader;
import dev.etrn.suites.wire.Addresses;
import dev.etrn.suites.wire.QuickAck;
import dev.etrn.suites.wire.Recorder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSocket;

/** A {@link WireClient} over a socket, which may turn into one with TLS. For one thread. */
public final class SocketClient implements WireClient {

  /** How much of what one connection reads is kept. */
  private static final int MOST_OCTETS = 1024 * 1024;

  private final End end;
  private final Recorder recorder;
  private final ClientSettings settings;
  private final Socket plain = new Socket();
  private final ReplyReader reader = new ReplyReader();
  private final byte[] buffer = new byte[16 * 1024];
  private Socket socket = plain;
  private WaitLimit limit = WaitLimit.NONE;
  private Octets request = Octets.of("");
  private boolean isInStep = true;
  private int taken;
  private int received;
  private boolean open;

  private SocketClient(End end, Recorder recorder, ClientSettings settings) {
    this.end = end;
    this.recorder = recorder;
    this.settings = settings;
  }

  /**
   * Connects; a failure is recorded as {@link Event.Unreachable}, and the client is not open then.
   *
   * @param number of this connection within the transcript, from 1
   * @param commandTimeout how long {@link #reply()} waits
   */
  public static SocketClient connect(
      InetSocketAddress to,
      int number,
      Recorder recorder,
      Duration connectTimeout,
      Duration commandTimeout) {
    var settings = ClientSettings.of(connectTimeout, ConnectionTimeouts.of(commandTimeout));
    return connect(to, number, recorder, settings);
  }

  /**
   * Connects as {@code settings} say. A failure is recorded, of TLS from the first octet as {@link
   * Event.Handshake}, and the client is not open then.
   */
  public static SocketClient connect(
      InetSocketAddress to, int number, Recorder recorder, ClientSettings settings) {
    var client = new SocketClient(new End(End.Side.CLIENT, number), recorder, settings);
    client.open(to);
    if (settings.isEncrypted()) {
      boolean unused = client.startTls();
    }
    return client;
  }

  /** The same client, which waits within this limit. */
  public SocketClient within(WaitLimit bound) {
    this.limit = bound;
    return this;
  }

  @Override
  public ClientIdentity identity() {
    return settings.identity();
  }

  @Override
  public End end() {
    return end;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public WireClient step(String name) {
    recorder.record(nanos -> new Event.Step(nanos, end, name));
    return this;
  }

  @Override
  public WireClient send(String octets) {
    write(Octets.of(octets));
    return this;
  }

  @Override
  public WireClient sendSecretly(String octets, String shown) {
    write(Octets.of(octets), Octets.of(shown));
    return this;
  }

  @Override
  public int flood(String octets, int times, Duration atMost) {
    send(octets);
    recorder.record(
        nanos -> new Event.Fact(nanos, Dialogue.FLOODED + end, "more than is recorded"));
    return open ? new FloodWriter(socket, octets, times - 1).run(atMost) + 1 : 0;
  }

  @Override
  public boolean startTls() {
    if (!open) {
      return false;
    }
    try {
      plain.setSoTimeout(Math.toIntExact(replyTime().toMillis()));
      SSLSocket secure = TrustingTls.over(plain);
      secure.startHandshake();
      socket = secure;
      String protocol = secure.getSession().getProtocol();
      recorder.record(nanos -> new Event.Handshake(nanos, end, true, protocol));
      return true;
    } catch (IOException e) {
      recorder.record(nanos -> new Event.Handshake(nanos, end, false, Addresses.reason(e)));
      end(Closing.BY_US);
      return false;
    }
  }

  @Override
  public WireClient sendInPieces(String octets, int size, Duration pause) {
    for (int at = 0; at < octets.length(); at += size) {
      if (at > 0) {
        LockSupport.parkNanos(pause.toNanos());
      }
      send(octets.substring(at, Math.min(octets.length(), at + size)));
    }
    return this;
  }

  @Override
  public Optional<Reply> reply() {
    return replies(1) ? Optional.of(reader.replies().get(taken - 1)) : Optional.empty();
  }

  @Override
  public boolean replies(int count) {
    int wanted = taken + count;
    Duration time = limit.forReply(request, replyTime());
    long from = recorder.now();
    read(() -> reader.count() >= wanted, time, true);
    taken = Math.min(reader.count(), wanted);
    Duration took = Duration.ofNanos(recorder.now() - from);
    if (taken < wanted && open) {
      // What comes later is read as the answer to something else.
      isInStep = false;
      limit.unanswered(request, took, replyTime());
    } else if (taken == wanted && isInStep) {
      limit.answered(request, took);
    }
    return taken == wanted;
  }

  @Override
  public void listen(Duration time) {
    int before = reader.count();
    read(() -> false, limit.atMost(time), reader.count() == before);
    taken = reader.count();
  }

  @Override
  public void untilClosed(Duration atMost) {
    read(() -> false, limit.atMost(atMost), true);
    taken = reader.count();
  }

  @Override
  public void halfClose() {
    if (open) {
      try {
        plain.shutdownOutput();
        recorder.record(nanos -> new Event.Closed(nanos, end, Closing.HALF_BY_US));
      } catch (IOException e) {
        peerIsGone(Closing.RESET_BY_PEER);
      }
    }
  }

  @Override
  public void reset() {
    if (open) {
      try {
        plain.setSoLinger(true, 0);
      } catch (IOException e) {
        peerIsGone(Closing.RESET_BY_PEER);
        return;
      }
      socket = plain;
      end(Closing.RESET_BY_US);
    }
  }

  @Override
  public void close() {
    if (open) {
      end(Closing.BY_US);
    }
  }

  /** The first reply is the greeting. */
  private Duration replyTime() {
    return reader.count() == 0 ? settings.timeouts().greeting() : settings.timeouts().reply();
  }

  private void open(InetSocketAddress to) {
    try {
      socket.setTcpNoDelay(true);
      socket.connect(to, Math.toIntExact(settings.connect().toMillis()));
      open = true;
      recorder.record(
          nanos ->
              new Event.Opened(
                  nanos,
                  end,
                  Addresses.text(socket.getLocalSocketAddress()),
                  Addresses.text(socket.getRemoteSocketAddress())));
    } catch (IOException e) {
      recorder.record(nanos -> new Event.Unreachable(nanos, end, Addresses.reason(e)));
      closeSocket();
    }
  }

  private void write(Octets octets) {
    write(octets, octets);
  }

  private void write(Octets octets, Octets recorded) {
    if (!open) {
      return;
    }
    recorder.record(nanos -> new Event.Sent(nanos, end, recorded));
    request = recorded;
    try {
      socket.getOutputStream().write(octets.toByteArray());
    } catch (IOException e) {
      // What the peer wrote before it went is still worth reading, so a failed write ends nothing.
      recorder.record(nanos -> new Event.Closed(nanos, end, Closing.RESET_BY_PEER));
    }
  }

  /** Reads until {@code enough}, the peer's end, or the time is over. */
  private void read(BooleanSupplier enough, Duration time, boolean recordWaiting) {
    long from = recorder.now();
    while (open && !enough.getAsBoolean()) {
      long left = time.toNanos() - (recorder.now() - from);
      if (left <= 0) {
        if (recordWaiting) {
          long waited = recorder.now() - from;
          recorder.record(nanos -> new Event.Waited(nanos, end, waited));
        }
        return;
      }
      readOnce(left);
    }
  }

  private void readOnce(long nanosLeft) {
    try {
      socket.setSoTimeout((int) Math.max(1, Math.min(Integer.MAX_VALUE, nanosLeft / 1_000_000)));
      int count = socket.getInputStream().read(buffer);
      if (count < 0) {
        peerIsGone(Closing.BY_PEER);
        return;
      }
      QuickAck.on(plain);
      Octets octets = Octets.of(Arrays.copyOf(buffer, count));
      recorder.record(
          nanos -> {
            reader.feed(nanos, octets);
            return new Event.Received(nanos, end, octets);
          });
      received += count;
      bound();
    } catch (SocketTimeoutException e) {
      // Silence is a value; the caller records it.
      return;
    } catch (IOException e) {
      peerIsGone(Closing.RESET_BY_PEER);
    }
  }

  /** Leaves a server that sends without end. */
  private void bound() {
    boolean hasRoom = recorder.hasRoom() && received <= MOST_OCTETS;
    if (reader.isExceeded() || !hasRoom) {
      String what = reader.isExceeded() ? "a reply without an end" : "more than is recorded";
      recorder.record(nanos -> new Event.Fact(nanos, Recorder.BOUND, end + ": " + what));
      end(Closing.BY_US);
    }
  }

  private void peerIsGone(Closing how) {
    end(how);
  }

  private void end(Closing how) {
    open = false;
    recorder.record(nanos -> new Event.Closed(nanos, end, how));
    closeSocket();
  }

  private void closeSocket() {
    try {
      socket.close();
    } catch (IOException e) {
      // Closing was all that was wanted.
      open = false;
    }
  }
}
