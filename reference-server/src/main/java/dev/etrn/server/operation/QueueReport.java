package dev.etrn.server.operation;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.etrn.server.delivery.schedule.NodeState;
import dev.etrn.server.queue.FailedMessage;
import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.NodeQueue;
import dev.etrn.server.queue.QueueTotals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The queue as JSON in US-ASCII, for operators: the waiting mail and the delivery state of each
 * node, and the undeliverable messages.
 *
 * <p>Times are ISO 8601 in UTC. Long lists are cut, with the number of omitted entries.
 */
public final class QueueReport {

  private static final int MOST_NODES = 10_000;
  private static final int MOST_FAILED = 1000;

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final ObjectWriter writer =
      mapper.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());
  private final MessageStore store;
  private final Supplier<Map<String, NodeState>> states;
  private final Clock clock;
  private final int mostNodes;

  /**
   * @param states the delivery state of each node
   */
  public QueueReport(MessageStore store, Supplier<Map<String, NodeState>> states, Clock clock) {
    this(store, states, clock, MOST_NODES);
  }

  QueueReport(
      MessageStore store, Supplier<Map<String, NodeState>> states, Clock clock, int mostNodes) {
    this.store = store;
    this.states = states;
    this.clock = clock;
    this.mostNodes = mostNodes;
  }

  /** Returns the nodes with waiting mail. */
  String nodes() {
    QueueTotals totals = store.totals();
    List<NodeQueue> nodes = store.overview(mostNodes);
    Map<String, NodeState> stateByNode = states.get();
    ObjectNode root = mapper.createObjectNode();
    root.put("now", clock.instant().toString());
    root.put("waiting", totals.waiting()).put("octets", totals.octets());
    age(root, totals.oldest().orElse(null));
    root.put("failed", totals.failed());
    var list = root.putArray("nodes");
    nodes.forEach(node -> list.add(node(node, Optional.ofNullable(stateByNode.get(node.node())))));
    root.put("moreNodes", Math.max(0, totals.nodes() - nodes.size()));
    return text(root);
  }

  /** Returns the messages that are kept because their senders could not get a report. */
  String failed() {
    List<FailedMessage> messages = store.failed(MOST_FAILED);
    ObjectNode root = mapper.createObjectNode();
    var list = root.putArray("messages");
    for (FailedMessage message : messages) {
      ObjectNode entry =
          list.addObject()
              .put("id", message.id())
              .put("arrived", message.arrived().toString())
              .put("node", message.node())
              .put("sender", message.sender());
      message.recipients().forEach(entry.putArray("recipients")::add);
      entry.put("why", message.reason());
    }
    root.put("moreMessages", Math.max(0, store.totals().failed() - messages.size()));
    return text(root);
  }

  private ObjectNode node(NodeQueue queue, Optional<NodeState> state) {
    ObjectNode entry =
        mapper
            .createObjectNode()
            .put("node", queue.node())
            .put("channel", queue.channel())
            .put("waiting", queue.waiting())
            .put("octets", queue.octets());
    age(entry, queue.oldest());
    Optional<Instant> lastRun = state.flatMap(NodeState::lastRun);
    return entry
        .put("running", state.map(NodeState::running).orElse(false))
        .put("lastRun", lastRun.map(Instant::toString).orElse(null))
        .put("reached", lastRun.flatMap(when -> state.map(NodeState::reached)).orElse(null))
        .put("lastError", state.map(NodeState::lastError).orElse(""))
        .put(
            "nextAttempt",
            state.flatMap(NodeState::nextAttempt).map(Instant::toString).orElse(null));
  }

  /** Adds the age of the oldest message, never below zero, even after the clock was set back. */
  private void age(ObjectNode entry, @Nullable Instant oldest) {
    entry.put("oldest", oldest == null ? null : oldest.toString());
    if (oldest == null) {
      entry.putNull("oldestSeconds");
    } else {
      entry.put(
          "oldestSeconds", Math.max(0, Duration.between(oldest, clock.instant()).toSeconds()));
    }
  }

  private String text(ObjectNode root) {
    try {
      return writer.writeValueAsString(root) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException("a report cannot be written", e);
    }
  }
}
