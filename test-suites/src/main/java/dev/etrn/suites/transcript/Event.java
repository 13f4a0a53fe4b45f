package dev.etrn.suites.transcript;

/**
 * One thing that happened in an experiment, as the harness saw it.
 *
 * <p>Every event has a time in nanoseconds since the experiment began. What a peer did not do in
 * time is a value here ({@link Waited}), never an exception.
 */
public sealed interface Event {

  long nanos();

  /** The same event at another time, for a recording that is joined to another one. */
  Event at(long nanos);

  /** An event at one end of one connection. */
  sealed interface AtEnd extends Event {
    End end();
  }

  /** A connection stands: the client's is connected, or the sink's is accepted. */
  record Opened(long nanos, End end, String local, String peer) implements AtEnd {
    @Override
    public Event at(long when) {
      return new Opened(when, end, local, peer);
    }
  }

  /** A connection attempt of the client failed. */
  record Unreachable(long nanos, End end, String why) implements AtEnd {
    @Override
    public Event at(long when) {
      return new Unreachable(when, end, why);
    }
  }

  /** The harness wrote these octets, in one write. */
  record Sent(long nanos, End end, Octets octets) implements AtEnd {
    @Override
    public Event at(long when) {
      return new Sent(when, end, octets);
    }
  }

  /** The peer's octets, as one read returned them. */
  record Received(long nanos, End end, Octets octets) implements AtEnd {
    @Override
    public Event at(long when) {
      return new Received(when, end, octets);
    }
  }

  /** The harness waited this long for something that did not come. */
  record Waited(long nanos, End end, long waitedNanos) implements AtEnd {
    @Override
    public Event at(long when) {
      return new Waited(when, end, waitedNanos);
    }
  }

  /**
   * The client's TLS handshake is over; octets of this end that follow a success are the ones
   * inside TLS.
   *
   * @param isSecure whether it succeeded
   * @param detail the protocol, such as {@code TLSv1.3}, or why it failed
   */
  record Handshake(long nanos, End end, boolean isSecure, String detail) implements AtEnd {
    @Override
    public Event at(long when) {
      return new Handshake(when, end, isSecure, detail);
    }
  }

  /** The connection, or one direction of it, ended. */
  record Closed(long nanos, End end, Closing how) implements AtEnd {
    @Override
    public Event at(long when) {
      return new Closed(when, end, how);
    }
  }

  /** A named point of the script; what follows on this end up to its next step belongs to it. */
  record Step(long nanos, End end, String name) implements AtEnd {
    @Override
    public Event at(long when) {
      return new Step(when, end, name);
    }
  }

  /** The target took a message over from the harness (its final 250 was received). */
  record Injected(long nanos, String group, String token, String recipient, Octets content)
      implements Event {
    @Override
    public Event at(long when) {
      return new Injected(when, group, token, recipient, content);
    }
  }

  /** The target did not take a message over. */
  record NotInjected(long nanos, String group, String recipient, String why) implements Event {
    @Override
    public Event at(long when) {
      return new NotInjected(when, group, recipient, why);
    }
  }

  /** Something that a judge must know, such as a configured node name. */
  record Fact(long nanos, String name, String value) implements Event {
    @Override
    public Event at(long when) {
      return new Fact(when, name, value);
    }
  }

  /** How a connection ended. */
  enum Closing {
    BY_US,
    HALF_BY_US,
    RESET_BY_US,
    BY_PEER,
    RESET_BY_PEER
  }
}
