package dev.etrn.server.delivery.schedule;

import dev.etrn.server.queue.QueueSelection;

/** Starts queue runs; never blocks, and a run outlives the session that asked for it. */
public interface QueueRunner {

  /** Asks for a run toward what {@code selection} names; returns at once. */
  Answer request(QueueSelection selection);

  /** What became of a request. */
  enum Answer {
    /** A job was made. */
    STARTED,
    /** A job for the same key waits or runs already, and will see this mail too. */
    COALESCED,
    /** The job table is full; the client may come again (458). */
    FULL,
    /** The server is shutting down (458 or 421). */
    CLOSING
  }
}
