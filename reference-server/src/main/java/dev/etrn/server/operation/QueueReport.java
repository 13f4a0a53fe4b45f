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
 * The queue as JSON in US-ASCII, for operators: what waits for each node and how its delivery
 * stands, and what could not be delivered.
 *
 * <p>Times are ISO 8601 in UTC. Long lists are cut, and say how much more there is.
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
   * @param states how delivery stands toward each node
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

  /** The nodes that have mail waiting. */
  String nodes() {
    QueueTotals totals = store.totals();
    List<NodeQueue> nodes = store.overview(mostNodes);
    Map<String, NodeState> known = states.get();
    ObjectNode root = mapper.createObjectNode();
    root.put("now", clock.instant().toString());
    root.put("waiting", totals.waiting()).put("octets", totals.octets());
    age(root, totals.oldest().orElse(null));
    root.put("failed", totals.failed());
    var list = root.putArray("nodes");
    nodes.forEach(node -> list.add(node(node, Optional.ofNullable(known.get(node.node())))));
    root.put("moreNodes", Math.max(0, totals.nodes() - nodes.size()));
    return text(root);
  }

  /** The messages that are kept because nobody could be told of them. */
  String failed() {
    List<FailedMessage> messages = store.failed(MOST_FAILED);
    ObjectNode root = mapper.createObjectNode();
    var list = root.putArray("messages");
    for (FailedMessage message : messages) {
      ObjectNode one =
          list.addObject()
              .put("id", message.id())
              .put("arrived", message.arrived().toString())
              .put("node", message.node())
              .put("sender", message.sender());
      message.recipients().forEach(one.putArray("recipients")::add);
      one.put("why", message.why());
    }
    root.put("moreMessages", Math.max(0, store.totals().failed() - messages.size()));
    return text(root);
  }

  private ObjectNode node(NodeQueue queue, Optional<NodeState> state) {
    ObjectNode one =
        mapper
            .createObjectNode()
            .put("node", queue.node())
            .put("channel", queue.channel())
            .put("waiting", queue.waiting())
            .put("octets", queue.octets());
    age(one, queue.oldest());
    Optional<Instant> lastRun = state.flatMap(NodeState::lastRun);
    return one.put("running", state.map(NodeState::running).orElse(false))
        .put("lastRun", lastRun.map(Instant::toString).orElse(null))
        .put("reached", lastRun.flatMap(when -> state.map(NodeState::reached)).orElse(null))
        .put("lastError", state.map(NodeState::lastError).orElse(""))
        .put(
            "nextAttempt",
            state.flatMap(NodeState::nextAttempt).map(Instant::toString).orElse(null));
  }

  /** Never below zero, whatever the clock did. */
  private void age(ObjectNode one, @Nullable Instant oldest) {
    one.put("oldest", oldest == null ? null : oldest.toString());
    if (oldest == null) {
      one.putNull("oldestSeconds");
    } else {
      one.put("oldestSeconds", Math.max(0, Duration.between(oldest, clock.instant()).toSeconds()));
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
