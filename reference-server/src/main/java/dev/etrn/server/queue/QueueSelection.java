package dev.etrn.server.queue;

import java.util.Set;

/** The waiting messages that an ETRN selects (RFC 1985 section 5.3). Names are lower-case. */
public sealed interface QueueSelection {

  /** The messages for exactly this node: {@code ETRN branch.example}. */
  record Node(String name) implements QueueSelection {}

  /**
   * The messages for this node and every name below it, on label boundaries: {@code ETRN
   * @branch.example}.
   *
   * @param channels the permitted channels; messages on others are not selected
   */
  record Subtree(String name, Set<String> channels) implements QueueSelection {
    public Subtree {
      channels = Set.copyOf(channels);
    }
  }

  /** The messages on this channel: {@code ETRN #tcp_branch}. */
  record WholeChannel(String name) implements QueueSelection {}

  /** All waiting messages; no ETRN selects them. */
  record Everything() implements QueueSelection {}
}
