package dev.etrn.suites.wire;

import dev.etrn.suites.transcript.Delivery;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Event.Closing;
import dev.etrn.suites.transcript.Octets;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection that was opened to the sink: reads, lets {@link SinkDialogue} answer, records. */
final class SinkConnection implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(SinkConnection.class);
  private static final int IDLE_MILLIS = 300_000;

  private final Sink sink;
  private final Socket socket;
  private final End end;
  private final List<Event> events = new ArrayList<>();
  private final SinkDialogue dialogue;
  private volatile boolean closed;

  private SinkConnection(Sink sink, Socket socket, End end) {
    this.sink = sink;
    this.socket = socket;
    this.end = end;
    this.dialogue = new SinkDialogue(sink.plan(), sink::plan);
  }

  /**
   * @param cable the network that lies before the sink
   * @param number of this connection, from 1
   */
  static SinkConnection accepted(Sink sink, Socket socket, Cable cable, int number)
      throws IOException {
    var end = new End(End.Side.SINK, number);
    var opened =
        new Event.Opened(
            System.nanoTime(),
            end,
            Addresses.text(socket.getLocalSocketAddress()),
            Addresses.text(socket.getRemoteSocketAddress()));
    var connection = new SinkConnection(sink, cable.behind(socket, end.toString()), end);
    connection.record(opened);
    return connection;
  }

  List<Event> events() {
    synchronized (events) {
      return List.copyOf(events);
    }
  }

  boolean isClosed() {
    return closed;
  }

  void close() {
    closed = true;
    try {
      socket.close();
    } catch (IOException e) {
      log.debug("closing a connection of the sink", e);
    }
    sink.ended();
  }

  @Override
  public void run() {
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(IDLE_MILLIS);
      send(dialogue.greeting());
      serve();
    } catch (SocketTimeoutException e) {
      ended(Closing.BY_US);
    } catch (IOException e) {
      ended(closed ? Closing.BY_US : Closing.RESET_BY_PEER);
    } finally {
      close();
    }
  }

  private void serve() throws IOException {
    byte[] buffer = new byte[64 * 1024];
    while (!dialogue.isOver()) {
      int count = socket.getInputStream().read(buffer);
      if (count < 0) {
        ended(Closing.BY_PEER);
        return;
      }
      QuickAck.on(socket);
      Octets octets = Octets.of(Arrays.copyOf(buffer, count));
      record(new Event.Received(System.nanoTime(), end, octets));
      if (!answer(octets)) {
        return;
      }
    }
    ended(Closing.BY_US);
  }

  /** Says whether the connection goes on. */
  private boolean answer(Octets octets) throws IOException {
    for (SinkDialogue.Step step : dialogue.read(octets)) {
      if (step instanceof SinkDialogue.Say say) {
        send(say.octets());
      } else if (step instanceof SinkDialogue.Pause pause) {
        LockSupport.parkNanos(pause.time().toNanos());
      } else if (step instanceof SinkDialogue.Took took) {
        Delivery.tokenOf(took.content()).ifPresent(sink::arrived);
      } else if (step instanceof SinkDialogue.RefusedRecipients refused) {
        sink.refused(refused.count());
      } else if (step instanceof SinkDialogue.Reset) {
        socket.setSoLinger(true, 0);
        ended(Closing.RESET_BY_US);
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

  private void ended(Closing how) {
    record(new Event.Closed(System.nanoTime(), end, how));
  }

  private void record(Event event) {
    synchronized (events) {
      events.add(event);
    }
  }
}
