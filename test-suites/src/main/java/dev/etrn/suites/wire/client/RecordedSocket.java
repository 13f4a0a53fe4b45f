package dev.etrn.suites.wire.client;

import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Event.Closing;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.wire.Addresses;
import dev.etrn.suites.wire.QuickAck;
import dev.etrn.suites.wire.Recorder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.ObjLongConsumer;
import javax.net.ssl.SSLSocket;

/**
 * A socket of a client, which can change to TLS. It records each event at its end; an error is an
 * event too, after which the socket is not open.
 */
final class RecordedSocket {

  private final End end;
  private final Recorder recorder;
  private final Socket plain = new Socket();
  private final byte[] buffer = new byte[16 * 1024];
  private Socket socket = plain;
  private boolean open;

  RecordedSocket(End end, Recorder recorder) {
    this.end = end;
    this.recorder = recorder;
  }

  boolean isOpen() {
    return open;
  }

  /** Connects; a failure is recorded as {@link Event.Unreachable}. */
  void connect(InetSocketAddress address, Duration atMost) {
    try {
      socket.setTcpNoDelay(true);
      socket.connect(address, Math.toIntExact(atMost.toMillis()));
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

  /** Changes to TLS; returns true if that succeeds. */
  boolean startTls(Duration atMost) {
    if (!open) {
      return false;
    }
    try {
      plain.setSoTimeout(Math.toIntExact(atMost.toMillis()));
      SSLSocket secure = TrustingTls.over(plain);
      secure.startHandshake();
      socket = secure;
      String protocol = secure.getSession().getProtocol();
      recorder.record(nanos -> new Event.Handshake(nanos, end, true, protocol));
      return true;
    } catch (IOException e) {
      recorder.record(nanos -> new Event.Handshake(nanos, end, false, Addresses.reason(e)));
      close(Closing.BY_US);
      return false;
    }
  }

  /**
   * Writes octets.
   *
   * @param recorded the octets in the transcript, which may hide a password
   */
  void write(Octets octets, Octets recorded) {
    recorder.record(nanos -> new Event.Sent(nanos, end, recorded));
    try {
      socket.getOutputStream().write(octets.toByteArray());
    } catch (IOException e) {
      // The peer's last octets can still be read, so a failed write does not end the client.
      recorder.record(nanos -> new Event.Closed(nanos, end, Closing.RESET_BY_PEER));
    }
  }

  /** Writes octets again and again without recording them; returns how often. */
  int flood(String octets, int times, Duration atMost) {
    return new FloodWriter(socket, octets, times).run(atMost);
  }

  /**
   * Reads what has come, or waits for it.
   *
   * @param reading is called with the octets and their time before they are recorded
   * @return the number of octets; 0 if none came in time, or the connection is over
   */
  int read(long nanosLeft, ObjLongConsumer<Octets> reading) {
    try {
      socket.setSoTimeout((int) Math.max(1, Math.min(Integer.MAX_VALUE, nanosLeft / 1_000_000)));
      int count = socket.getInputStream().read(buffer);
      if (count < 0) {
        close(Closing.BY_PEER);
        return 0;
      }
      QuickAck.on(plain);
      Octets octets = Octets.of(Arrays.copyOf(buffer, count));
      recorder.record(
          nanos -> {
            reading.accept(octets, nanos);
            return new Event.Received(nanos, end, octets);
          });
      return count;
    } catch (SocketTimeoutException e) {
      // Silence is a value; the caller records it.
      return 0;
    } catch (IOException e) {
      close(Closing.RESET_BY_PEER);
      return 0;
    }
  }

  /** Sends FIN; the peer can still send. */
  void halfClose() {
    if (open) {
      try {
        plain.shutdownOutput();
        recorder.record(nanos -> new Event.Closed(nanos, end, Closing.HALF_BY_US));
      } catch (IOException e) {
        close(Closing.RESET_BY_PEER);
      }
    }
  }

  /** Sends RST. */
  void reset() {
    if (open) {
      try {
        plain.setSoLinger(true, 0);
      } catch (IOException e) {
        close(Closing.RESET_BY_PEER);
        return;
      }
      socket = plain;
      close(Closing.RESET_BY_US);
    }
  }

  /** Closes the connection, which ended in this way. */
  void close(Closing closing) {
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
