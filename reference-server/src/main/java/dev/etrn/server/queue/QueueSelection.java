package dev.etrn.server.queue;

import java.util.Set;

/** Which waiting messages an ETRN speaks of (RFC 1985 section 5.3). Names are lower-case. */
public sealed interface QueueSelection {

  /** Messages for exactly this node: {@code ETRN branch.example}. */
  record Node(String name) implements QueueSelection {}

  /**
   * Messages for this node and every name below it, on label boundaries: {@code ETRN
   * @branch.example}.
   *
   * @param channels only what waits on these; others were not permitted
   */
  record Subtree(String name, Set<String> channels) implements QueueSelection {
    public Subtree {
      channels = Set.copyOf(channels);
    }
  }

  /** Everything on this channel: {@code ETRN #tcp_branch}. */
  record WholeChannel(String name) implements QueueSelection {}

  /** Everything that waits; no ETRN asks for it. */
  record Everything() implements QueueSelection {}
}
