package dev.etrn.suites.wire.client;

import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Event.Closing;
import dev.etrn.suites.transcript.Facts;
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

/** A {@link WireClient} over a socket, which can change to TLS; for one thread. */
public final class SocketClient implements WireClient {

  /** The most octets read by one connection that are kept. */
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
  private int readCount;
  private int received;
  private boolean open;

  private SocketClient(End end, Recorder recorder, ClientSettings settings) {
    this.end = end;
    this.recorder = recorder;
    this.settings = settings;
  }

  /**
   * Connects. A failure is recorded as {@link Event.Unreachable}, and then the client is not open.
   *
   * @param number the number of this connection within the transcript, from 1
   * @param commandTimeout the time that {@link #reply()} waits
   */
  public static SocketClient connect(
      InetSocketAddress address,
      int number,
      Recorder recorder,
      Duration connectTimeout,
      Duration commandTimeout) {
    var settings = ClientSettings.of(connectTimeout, ConnectionTimeouts.of(commandTimeout));
    return connect(address, number, recorder, settings);
  }

  /**
   * Connects with {@code settings}. A failure is recorded, and then the client is not open; a
   * failure of TLS from the first octet is recorded as {@link Event.Handshake}.
   */
  public static SocketClient connect(
      InetSocketAddress address, int number, Recorder recorder, ClientSettings settings) {
    var client = new SocketClient(new End(End.Side.CLIENT, number), recorder, settings);
    client.open(address);
    if (settings.isEncrypted()) {
      boolean unused = client.startTls();
    }
    return client;
  }

  /** Sets the limit of this client's waits; returns this client. */
  public SocketClient within(WaitLimit waitLimit) {
    this.limit = waitLimit;
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
  public WireClient sendSecretly(String octets, String recorded) {
    write(Octets.of(octets), Octets.of(recorded));
    return this;
  }

  @Override
  public int flood(String octets, int times, Duration atMost) {
    send(octets);
    recorder.record(Facts.flooded(end).of("more than is recorded"));
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
    for (int start = 0; start < octets.length(); start += size) {
      if (start > 0) {
        LockSupport.parkNanos(pause.toNanos());
      }
      send(octets.substring(start, Math.min(octets.length(), start + size)));
    }
    return this;
  }

  @Override
  public Optional<Reply> reply() {
    return replies(1) ? Optional.of(reader.replies().get(readCount - 1)) : Optional.empty();
  }

  @Override
  public boolean replies(int count) {
    int wantedCount = readCount + count;
    Duration time = limit.forReply(request, replyTime());
    long startNanos = recorder.now();
    read(() -> reader.count() >= wantedCount, time, true);
    readCount = Math.min(reader.count(), wantedCount);
    Duration elapsed = Duration.ofNanos(recorder.now() - startNanos);
    if (readCount < wantedCount && open) {
      // A late reply would be read as the answer to the next request.
      isInStep = false;
      limit.unanswered(request, elapsed, replyTime());
    } else if (readCount == wantedCount && isInStep) {
      limit.answered(request, elapsed);
    }
    return readCount == wantedCount;
  }

  @Override
  public void listen(Duration time) {
    int previousCount = reader.count();
    read(() -> false, limit.atMost(time), reader.count() == previousCount);
    readCount = reader.count();
  }

  @Override
  public void untilClosed(Duration atMost) {
    read(() -> false, limit.atMost(atMost), true);
    readCount = reader.count();
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

  /** Returns the timeout of the next reply; the first reply is the greeting. */
  private Duration replyTime() {
    return reader.count() == 0 ? settings.timeouts().greeting() : settings.timeouts().reply();
  }

  private void open(InetSocketAddress address) {
    try {
      socket.setTcpNoDelay(true);
      socket.connect(address, Math.toIntExact(settings.connect().toMillis()));
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
      // The peer's last octets can still be read, so a failed write does not end the client.
      recorder.record(nanos -> new Event.Closed(nanos, end, Closing.RESET_BY_PEER));
    }
  }

  /** Reads until {@code enough} is true, the peer closes, or the time is over. */
  private void read(BooleanSupplier enough, Duration time, boolean recordWaiting) {
    long startNanos = recorder.now();
    while (open && !enough.getAsBoolean()) {
      long remaining = time.toNanos() - (recorder.now() - startNanos);
      if (remaining <= 0) {
        if (recordWaiting) {
          long waited = recorder.now() - startNanos;
          recorder.record(nanos -> new Event.Waited(nanos, end, waited));
        }
        return;
      }
      readOnce(remaining);
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
      enforceBound();
    } catch (SocketTimeoutException e) {
      // Silence is a value; the caller records it.
      return;
    } catch (IOException e) {
      peerIsGone(Closing.RESET_BY_PEER);
    }
  }

  /** Closes the connection to a server that sends without end. */
  private void enforceBound() {
    boolean hasRoom = recorder.hasRoom() && received <= MOST_OCTETS;
    if (reader.isExceeded() || !hasRoom) {
      String excess = reader.isExceeded() ? "a reply without an end" : "more than is recorded";
      recorder.record(Facts.EXCESS.of(end + ": " + excess));
      end(Closing.BY_US);
    }
  }

  private void peerIsGone(Closing closing) {
    end(closing);
  }

  private void end(Closing closing) {
    open = false;
    recorder.record(nanos -> new Event.Closed(nanos, end, closing));
    closeSocket();
  }

  private void closeSocket() {
    try {
      socket.close();
    } catch (IOException e) {
      // The connection is given up anyway.
      open = false;
    }
  }
}
