package dev.etrn.suites.wire.sink;

import dev.etrn.suites.wire.sink.MailOwnership.Owner;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The envelope of one message at the sink: whose it is, and where it stood in what was read. */
final class SinkTransaction {

  private final Set<Owner> owners = EnumSet.noneOf(Owner.class);
  private final List<String> nodes = new ArrayList<>();
  private final List<SinkStep> lines = new ArrayList<>();
  private String sender = "";

  /**
   * Begins anew.
   *
   * @param from where the line stood that named the sender
   * @param to where it ended
   */
  void begin(String reversePath, int from, int to) {
    sender = reversePath;
    owners.clear();
    nodes.clear();
    lines.clear();
    lines.add(new SinkStep.Forget(from, to));
  }

  String sender() {
    return sender;
  }

  /** Adds a recipient that was taken. */
  void add(Owner owner, String node, int from, int to) {
    owners.add(owner);
    nodes.add(node);
    lines.add(new SinkStep.Forget(from, to));
  }

  boolean isEmpty() {
    return owners.isEmpty();
  }

  /** Whether only the content can tell whose the message is. */
  boolean isUncertain() {
    return owners.equals(EnumSet.of(Owner.UNCERTAIN));
  }

  boolean isLeftOver() {
    return owners.equals(EnumSet.of(Owner.EARLIER_RUN));
  }

  List<String> nodes() {
    return nodes;
  }

  /** The envelope is other people's, unless some recipient is the harness's own. */
  void forget(List<SinkStep> steps) {
    if (!owners.contains(Owner.THIS_RUN)) {
      steps.addAll(lines);
    }
  }
}
