package dev.etrn.suites.wire.sink;

import dev.etrn.suites.wire.sink.MailOwnership.Owner;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The envelope of one message at the sink: its owners, and its position in the received octets. */
final class SinkTransaction {

  private final Set<Owner> owners = EnumSet.noneOf(Owner.class);
  private final List<String> nodes = new ArrayList<>();
  private final List<SinkStep> lines = new ArrayList<>();
  private String sender = "";

  /**
   * Begins a new envelope.
   *
   * @param start the start of the line that named the sender
   * @param end the end of that line
   */
  void begin(String reversePath, int start, int end) {
    sender = reversePath;
    owners.clear();
    nodes.clear();
    lines.clear();
    lines.add(new SinkStep.Forget(start, end));
  }

  String sender() {
    return sender;
  }

  /** Adds a recipient that was taken. */
  void add(Owner owner, String node, int start, int end) {
    owners.add(owner);
    nodes.add(node);
    lines.add(new SinkStep.Forget(start, end));
  }

  boolean isEmpty() {
    return owners.isEmpty();
  }

  /** Returns true if only the content can decide who owns the message. */
  boolean isUncertain() {
    return owners.equals(EnumSet.of(Owner.UNCERTAIN));
  }

  boolean isLeftOver() {
    return owners.equals(EnumSet.of(Owner.EARLIER_RUN));
  }

  List<String> nodes() {
    return nodes;
  }

  /** Adds steps that forget the envelope, unless a recipient is the harness's own. */
  void forget(List<SinkStep> steps) {
    if (!owners.contains(Owner.THIS_RUN)) {
      steps.addAll(lines);
    }
  }
}
