package dev.etrn.suites.wire.sink;

import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.wire.Recorder;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The connections to a sink that are not forgotten, and what may be recorded of them. */
final class SinkConnections {

  private final Queue<SinkConnection> connections = new ConcurrentLinkedQueue<>();
  private final AtomicLong recorded = new AtomicLong();

  void add(SinkConnection connection) {
    connections.add(connection);
  }

  /** Returns the events of the lane's connections that were active at or after {@code nanoTime}. */
  List<Event> since(long nanoTime, SinkLane lane) {
    return active(nanoTime, lane).flatMap(connection -> connection.events().stream()).toList();
  }

  /** Returns the ends of those connections that carried mail of other lanes too. */
  List<String> sharedSince(long nanoTime, SinkLane lane) {
    return active(nanoTime, lane)
        .filter(connection -> !lane.isWhole() && isShared(connection, lane))
        .map(connection -> connection.end().toString())
        .toList();
  }

  private Stream<SinkConnection> active(long nanoTime, SinkLane lane) {
    return connections.stream()
        .filter(connection -> connection.wasActiveSince(nanoTime))
        .filter(connection -> lane.isWhole() || lane.concerns(connection.text()));
  }

  private static boolean isShared(SinkConnection connection, SinkLane lane) {
    return RecipientParser.in(connection.text()).stream()
        .anyMatch(recipient -> !lane.isFor(recipient));
  }

  /** Forgets the lane's connections that are closed by now. */
  void forgetClosed(SinkLane lane) {
    connections.removeIf(
        connection -> {
          boolean isOver =
              connection.isClosed()
                  && (lane.isWhole()
                      || (lane.concerns(connection.text()) && !isShared(connection, lane)));
          recorded.addAndGet(isOver ? -connection.received() : 0);
          return isOver;
        });
  }

  /** Returns true if a connection was opened and closed. */
  boolean isAnyClosed() {
    return connections.stream().anyMatch(SinkConnection::isClosed);
  }

  /** Counts received octets; returns true if there is room to keep them. */
  boolean hasRoomFor(int octets) {
    return recorded.addAndGet(octets) <= Recorder.MOST_OCTETS;
  }

  void close() {
    connections.forEach(SinkConnection::close);
  }
}
