package dev.etrn.server.fault;

import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.delivery.QueueRuns;
import dev.etrn.server.etrn.Tally;
import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.Selection;
import java.util.function.Supplier;

/**
 * The parts of a server that faults reach for.
 *
 * @param accepted what is counted for all sessions together
 */
record World(Supplier<ServerConfig> current, MessageStore store, QueueRuns runs, Tally accepted) {

  ServerConfig config() {
    return current.get();
  }

  /** Runs every queue that there is. */
  void runEverything() {
    store.nodes(new Selection.Everything()).forEach(node -> runs.request(new Selection.Node(node)));
  }
}
