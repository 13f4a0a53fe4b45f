package dev.etrn.suites.wire.client;

import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Event.Closing;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.ReplyReader;
import dev.etrn.suites.wire.Recorder;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A {@link WireClient} over a socket, which can change to TLS; for one thread. */
public final class SocketClient implements WireClient {

  /** The most octets read by one connection that are kept. */
  private static final int MOST_OCTETS = 1024 * 1024;

  private final End end;
  private final Recorder recorder;
  private final ClientSettings settings;
  private final RecordedSocket socket;
  private final ReplyReader reader = new ReplyReader();
  private WaitLimit limit = WaitLimit.NONE;
  private Octets request = Octets.of("");
  private boolean isInStep = true;
  private int readCount;
  private int received;

  private SocketClient(End end, Recorder recorder, ClientSettings settings) {
    this.end = end;
    this.recorder = recorder;
    this.settings = settings;
    this.socket = new RecordedSocket(end, recorder);
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
    client.socket.connect(address, settings.connect());
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
    return socket.isOpen();
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
    return isOpen() ? socket.flood(octets, times - 1, atMost) + 1 : 0;
  }

  @Override
  public boolean startTls() {
    return socket.startTls(replyTime());
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
    if (readCount < wantedCount && isOpen()) {
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
    socket.halfClose();
  }

  @Override
  public void reset() {
    socket.reset();
  }

  @Override
  public void close() {
    if (isOpen()) {
      socket.close(Closing.BY_US);
    }
  }

  /** Returns the timeout of the next reply; the first reply is the greeting. */
  private Duration replyTime() {
    return reader.count() == 0 ? settings.timeouts().greeting() : settings.timeouts().reply();
  }

  private void write(Octets octets) {
    write(octets, octets);
  }

  private void write(Octets octets, Octets recorded) {
    if (isOpen()) {
      request = recorded;
      socket.write(octets, recorded);
    }
  }

  /** Reads until {@code enough} is true, the peer closes, or the time is over. */
  private void read(BooleanSupplier enough, Duration time, boolean recordWaiting) {
    long startNanos = recorder.now();
    while (isOpen() && !enough.getAsBoolean()) {
      long remaining = time.toNanos() - (recorder.now() - startNanos);
      if (remaining <= 0) {
        if (recordWaiting) {
          long waited = recorder.now() - startNanos;
          recorder.record(nanos -> new Event.Waited(nanos, end, waited));
        }
        return;
      }
      int count = socket.read(remaining, (octets, nanos) -> reader.feed(nanos, octets));
      if (count > 0) {
        received += count;
        enforceBound();
      }
    }
  }

  /** Closes the connection to a server that sends without end. */
  private void enforceBound() {
    boolean hasRoom = recorder.hasRoom() && received <= MOST_OCTETS;
    if (reader.isExceeded() || !hasRoom) {
      String excess = reader.isExceeded() ? "a reply without an end" : "more than is recorded";
      recorder.record(Facts.EXCESS.of(end + ": " + excess));
      socket.close(Closing.BY_US);
    }
  }
}
