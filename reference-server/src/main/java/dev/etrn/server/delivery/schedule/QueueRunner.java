package dev.etrn.server.delivery.schedule;

import dev.etrn.server.queue.QueueSelection;

/** The start of queue runs; it never blocks, and a run outlives the session that requested it. */
public interface QueueRunner {

  /** Requests a run of the nodes in {@code selection}; returns at once. */
  Answer request(QueueSelection selection);

  /** The answer to a request. */
  enum Answer {
    /** A new job was created. */
    STARTED,
    /** A job for the same node already waits or runs, and will deliver this mail too. */
    COALESCED,
    /** The job table is full; the client may try again (458). */
    FULL,
    /** The server is shutting down (458 or 421). */
    CLOSING
  }
}
