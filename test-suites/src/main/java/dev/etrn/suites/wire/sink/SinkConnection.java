package dev.etrn.suites.wire.sink;

import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Event.Closing;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.MailContent;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.wire.Addresses;
import dev.etrn.suites.wire.QuickAck;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to the sink, which reads, records, and answers with {@link SinkDialogue}. */
final class SinkConnection implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(SinkConnection.class);
  private static final int IDLE_MILLIS = 300_000;
  private static final int LONGEST_CONNECTION = 1024 * 1024;

  private final Sink sink;
  private final Socket plain;
  private final End end;
  private final List<Event> events = new ArrayList<>();
  private final SinkDialogue dialogue;
  private volatile Socket socket;
  private int received;
  private volatile boolean isClosed;
  private boolean isReset;

  private SinkConnection(Sink sink, Socket socket, End end, boolean offersTls) {
    this.sink = sink;
    this.plain = socket;
    this.socket = socket;
    this.end = end;
    this.dialogue = new SinkDialogue(sink.lanes()::plans, sink.owner(), offersTls);
  }

  /**
   * @param number the number of this connection, from 1
   */
  static SinkConnection accepted(Sink sink, Socket socket, int number) throws IOException {
    var end = new End(End.Side.SINK, number);
    var opened =
        new Event.Opened(
            System.nanoTime(),
            end,
            Addresses.text(socket.getLocalSocketAddress()),
            Addresses.text(socket.getRemoteSocketAddress()));
    // A network that breaks at certain octets must read them unencrypted.
    boolean offersTls = !sink.lanes().isReadOnTheWay();
    var connection =
        new SinkConnection(
            sink, sink.lanes().behindProxies(socket, end.toString()), end, offersTls);
    connection.record(opened);
    return connection;
  }

  End end() {
    return end;
  }

  /** Returns the received octets that are kept, as text. */
  String text() {
    return events().stream()
        .filter(Event.Received.class::isInstance)
        .map(event -> ((Event.Received) event).octets().text())
        .collect(Collectors.joining());
  }

  boolean wasActiveSince(long nanoTime) {
    synchronized (events) {
      return !events.isEmpty() && events.get(events.size() - 1).nanos() - nanoTime >= 0;
    }
  }

  List<Event> events() {
    synchronized (events) {
      return List.copyOf(events);
    }
  }

  boolean isClosed() {
    return isClosed;
  }

  void close() {
    isClosed = true;
    try {
      socket.close();
    } catch (IOException e) {
      log.debug("closing a connection of the sink", e);
    }
    sink.mail().connectionEnded();
  }

  @Override
  public void run() {
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(IDLE_MILLIS);
      send(dialogue.greeting());
      serve();
    } catch (SocketTimeoutException e) {
      recordEnd(Closing.BY_US);
    } catch (IOException e) {
      recordEnd(isClosed ? Closing.BY_US : Closing.RESET_BY_PEER);
    } finally {
      close();
    }
  }

  private void serve() throws IOException {
    byte[] buffer = new byte[64 * 1024];
    while (!dialogue.isOver()) {
      int count = socket.getInputStream().read(buffer);
      if (count < 0) {
        recordEnd(Closing.BY_PEER);
        return;
      }
      QuickAck.on(plain);
      Octets octets = Octets.of(Arrays.copyOf(buffer, count));
      record(new Event.Received(System.nanoTime(), end, octets));
      received += count;
      boolean hasRoom = sink.connections().hasRoomFor(count) && received <= LONGEST_CONNECTION;
      if (!hasRoom) {
        exceeded("more than is recorded of one connection or one case");
        send("421 4.3.2 sink.example has read enough\r\n");
      }
      if (!hasRoom || !answer(octets)) {
        break;
      }
    }
    if (!isReset) {
      recordEnd(Closing.BY_US);
    }
  }

  /** Returns the number of octets that were read. */
  int received() {
    return received;
  }

  /** Answers the octets; returns true if the connection goes on. */
  private boolean answer(Octets octets) throws IOException {
    for (SinkStep step : dialogue.read(octets)) {
      if (step instanceof SinkStep.Say say) {
        send(say.octets());
      } else if (step instanceof SinkStep.Pause pause) {
        LockSupport.parkNanos(pause.time().toNanos());
      } else if (step instanceof SinkStep.Took message) {
        MailContent.parse(message.content()).tokens().forEach(sink.mail()::add);
      } else if (step instanceof SinkStep.RefusedRecipients refused) {
        sink.lanes().refused(refused.recipients());
      } else if (step instanceof SinkStep.OthersMail others) {
        sink.mail().addOthers(others.node());
      } else if (step instanceof SinkStep.LeftOver) {
        sink.mail().addLeftOver();
      } else if (step instanceof SinkStep.Forget octetsOfOthers) {
        forget(octetsOfOthers.start(), octetsOfOthers.end());
      } else if (step instanceof SinkStep.Exceeded bound) {
        exceeded(bound.excess());
      } else if (step instanceof SinkStep.Encrypt) {
        if (!encrypt()) {
          return false;
        }
      } else if (step instanceof SinkStep.Reset) {
        plain.setSoLinger(true, 0);
        isReset = true;
        recordEnd(Closing.RESET_BY_US);
        plain.close();
        return false;
      }
    }
    return true;
  }

  private void send(String text) throws IOException {
    if (!text.isEmpty()) {
      Octets octets = Octets.of(text);
      record(new Event.Sent(System.nanoTime(), end, octets));
      socket.getOutputStream().write(octets.toByteArray());
    }
  }

  /** Begins TLS; returns false if that failed and the connection is over. */
  private boolean encrypt() throws IOException {
    try {
      var secure =
          (SSLSocket)
              sink.tls()
                  .getSocketFactory()
                  .createSocket(plain, plain.getInetAddress().getHostAddress(), 0, true);
      secure.setUseClientMode(false);
      secure.startHandshake();
      socket = secure;
      record(new Event.Handshake(System.nanoTime(), end, true, secure.getSession().getProtocol()));
      return true;
    } catch (SSLException e) {
      record(new Event.Handshake(System.nanoTime(), end, false, Addresses.reason(e)));
      return false;
    }
  }

  private void exceeded(String excess) {
    record(Facts.EXCESS.at(System.nanoTime(), end + ": " + excess));
  }

  /** Replaces other people's octets with asterisks. */
  private void forget(int start, int stop) {
    synchronized (events) {
      int offset = 0;
      for (int i = 0; i < events.size(); i++) {
        if (events.get(i) instanceof Event.Received read) {
          byte[] octets = read.octets().toByteArray();
          for (int j = Math.max(0, start - offset);
              j < Math.min(octets.length, stop - offset);
              j++) {
            octets[j] = octets[j] == '\r' || octets[j] == '\n' ? octets[j] : (byte) '*';
          }
          offset += octets.length;
          events.set(i, new Event.Received(read.nanos(), end, Octets.of(octets)));
        }
      }
    }
  }

  private void recordEnd(Closing closing) {
    record(new Event.Closed(System.nanoTime(), end, closing));
  }

  private void record(Event event) {
    synchronized (events) {
      events.add(event);
    }
  }
}
