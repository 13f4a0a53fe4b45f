package dev.etrn.suites.transcript;

/**
 * An event of an experiment, as the harness saw it.
 *
 * <p>Every event has a time in nanoseconds since the experiment began. A peer that does nothing in
 * time is an event here ({@link Waited}), never an exception.
 */
public sealed interface Event {

  long nanos();

  /** Returns the same event at another time, for a recording that is joined to another one. */
  Event at(long nanos);

  /** An event at one end of one connection. */
  sealed interface AtEnd extends Event {
    End end();
  }

  /** A connection was opened: the client's was connected, or the sink's was accepted. */
  record Opened(long nanos, End end, String local, String peer) implements AtEnd {
    @Override
    public Event at(long nanos) {
      return new Opened(nanos, end, local, peer);
    }
  }

  /** A connection attempt of the client failed. */
  record Unreachable(long nanos, End end, String why) implements AtEnd {
    @Override
    public Event at(long nanos) {
      return new Unreachable(nanos, end, why);
    }
  }

  /** The harness wrote these octets, in one write. */
  record Sent(long nanos, End end, Octets octets) implements AtEnd {
    @Override
    public Event at(long nanos) {
      return new Sent(nanos, end, octets);
    }
  }

  /** The harness read these octets of the peer, in one read. */
  record Received(long nanos, End end, Octets octets) implements AtEnd {
    @Override
    public Event at(long nanos) {
      return new Received(nanos, end, octets);
    }
  }

  /** The harness waited this long for something that did not come. */
  record Waited(long nanos, End end, long waitedNanos) implements AtEnd {
    @Override
    public Event at(long nanos) {
      return new Waited(nanos, end, waitedNanos);
    }
  }

  /**
   * The client's TLS handshake ended; after a success, the octets of this end are those inside TLS.
   *
   * @param isSecure true if it succeeded
   * @param detail the protocol, such as {@code TLSv1.3}, or the reason of the failure
   */
  record Handshake(long nanos, End end, boolean isSecure, String detail) implements AtEnd {
    @Override
    public Event at(long nanos) {
      return new Handshake(nanos, end, isSecure, detail);
    }
  }

  /** The connection, or one direction of it, ended. */
  record Closed(long nanos, End end, Closing how) implements AtEnd {
    @Override
    public Event at(long nanos) {
      return new Closed(nanos, end, how);
    }
  }

  /** A named step of the script began; the events of this end up to its next step belong to it. */
  record Step(long nanos, End end, String name) implements AtEnd {
    @Override
    public Event at(long nanos) {
      return new Step(nanos, end, name);
    }
  }

  /** The target accepted a message from the harness with its final 250. */
  record Injected(long nanos, String group, String token, String recipient, Octets content)
      implements Event {
    @Override
    public Event at(long nanos) {
      return new Injected(nanos, group, token, recipient, content);
    }
  }

  /** The target did not accept a message. */
  record NotInjected(long nanos, String group, String recipient, String why) implements Event {
    @Override
    public Event at(long nanos) {
      return new NotInjected(nanos, group, recipient, why);
    }
  }

  /** A fact that a judge must know, such as a configured node name, was recorded. */
  record Fact(long nanos, String name, String value) implements Event {
    @Override
    public Event at(long nanos) {
      return new Fact(nanos, name, value);
    }
  }

  /** The ways in which a connection ends. */
  enum Closing {
    BY_US,
    HALF_BY_US,
    RESET_BY_US,
    BY_PEER,
    RESET_BY_PEER
  }
}
