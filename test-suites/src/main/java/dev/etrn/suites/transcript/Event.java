package dev.etrn.suites.transcript;

/**
 * One thing that happened in an experiment, as the harness saw it.
 *
 * <p>Every event has a time in nanoseconds since the experiment began. What a peer did not do in
 * time is a value here ({@link Waited}), never an exception.
 */
public sealed interface Event {

  long nanos();

  /** An event at one end of one connection. */
  sealed interface AtEnd extends Event {
    End end();
  }

  /** A connection stands: the client's is connected, or the sink's is accepted. */
  record Opened(long nanos, End end, String local, String peer) implements AtEnd {}

  /** A connection attempt of the client failed. */
  record Unreachable(long nanos, End end, String why) implements AtEnd {}

  /** The harness wrote these octets, in one write. */
  record Sent(long nanos, End end, Octets octets) implements AtEnd {}

  /** The peer's octets, as one read returned them. */
  record Received(long nanos, End end, Octets octets) implements AtEnd {}

  /** The harness waited this long for something that did not come. */
  record Waited(long nanos, End end, long waitedNanos) implements AtEnd {}

  /** The connection, or one direction of it, ended. */
  record Closed(long nanos, End end, Closing how) implements AtEnd {}

  /** A named point of the script; what follows on this end up to its next step belongs to it. */
  record Step(long nanos, End end, String name) implements AtEnd {}

  /** The target took a message over from the harness (its final 250 was received). */
  record Injected(long nanos, String group, String token, String recipient, Octets content)
      implements Event {}

  /** The target did not take a message over. */
  record NotInjected(long nanos, String group, String recipient, String why) implements Event {}

  /** Something that a judge must know, such as a configured node name. */
  record Fact(long nanos, String name, String value) implements Event {}

  /** How a connection ended. */
  enum Closing {
    BY_US,
    HALF_BY_US,
    RESET_BY_US,
    BY_PEER,
    RESET_BY_PEER
  }
}
