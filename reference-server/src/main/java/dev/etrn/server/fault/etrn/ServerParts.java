package dev.etrn.server.fault.etrn;

import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.delivery.schedule.QueueRunner;
import dev.etrn.server.etrn.EtrnCounter;
import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.QueueSelection;
import java.util.function.Supplier;

/**
 * The parts of a server that faults use.
 *
 * @param accepted a count for all sessions together
 */
public record ServerParts(
    Supplier<ServerConfig> current, MessageStore store, QueueRunner runs, EtrnCounter accepted) {

  ServerConfig config() {
    return current.get();
  }

  /** Requests a run of every queue. */
  void runEverything() {
    store
        .nodes(new QueueSelection.Everything())
        .forEach(node -> runs.request(new QueueSelection.Node(node)));
  }
}
