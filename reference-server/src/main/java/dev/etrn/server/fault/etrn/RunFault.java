package dev.etrn.server.fault.etrn;

import static dev.etrn.server.fault.Harm.GRAVE;
import static dev.etrn.server.fault.Harm.NONE;
import static dev.etrn.server.fault.Harm.PLAIN;

import dev.etrn.server.delivery.schedule.QueueRunner;
import dev.etrn.server.fault.Fault;
import dev.etrn.server.fault.FaultDescription;
import dev.etrn.server.fault.Harm;
import dev.etrn.server.queue.QueueSelection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The faults in which queues run. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum RunFault implements Fault {
  RUNS_NOTHING(
      GRAVE,
      "accepts requests, and runs nothing",
      (selection, server) -> QueueRunner.Answer.STARTED,
      "DECL-003",
      "ETRN-021",
      "ETRN-045",
      "ETRN-047",
      "ETRN-052",
      "ETRN-057",
      "ETRN-061"),
  RUNS_LATE(
      GRAVE,
      "runs a queue some seconds later than it promised",
      RunFault::runLate,
      "ETRN-021",
      "ETRN-045",
      "ETRN-047",
      "ETRN-052",
      "ETRN-057",
      "ETRN-061",
      "DECL-003"),
  DELIVERS_UNASKED(
      NONE,
      "delivers without being asked",
      (selection, server) -> server.runs().request(selection),
      "ETRN-021",
      "PMDF-028",
      "DECL-005"),
  RUNS_ONE_AT_A_TIME(
      PLAIN,
      "runs no queue while it waits for the exchanger of another one",
      (selection, server) -> server.runs().request(selection),
      "ETRN-021",
      "DECL-003"),
  TRIES_DEAD_HOSTS_AT_ONCE(
      PLAIN,
      "connects to a host that accepts no mail as often as a client asks",
      (selection, server) -> server.runs().request(selection),
      "SEC-012",
      "SMTP-034"),
  SUBTREE_IS_ONE_NODE(
      GRAVE,
      "releases only the node itself for @node",
      (selection, server) ->
          server
              .runs()
              .request(
                  selection instanceof QueueSelection.Subtree tree
                      ? new QueueSelection.Node(tree.name())
                      : selection),
      "ETRN-047",
      "PMDF-010",
      "DECL-003"),
  SUBTREE_IGNORES_LABELS(
      GRAVE,
      "releases every name that ends in the same letters for @node",
      (selection, server) -> {
        if (selection instanceof QueueSelection.Subtree tree) {
          server.store().nodes(new QueueSelection.Everything()).stream()
              .filter(node -> node.endsWith(tree.name()))
              .forEach(node -> server.runs().request(new QueueSelection.Node(node)));
        }
        return server.runs().request(selection);
      },
      "ETRN-048",
      "SEC-007"),
  NODE_IS_SUBTREE(
      PLAIN,
      "releases names below the node for plain ETRN",
      (selection, server) -> {
        if (selection instanceof QueueSelection.Node selected) {
          server.store().nodes(new QueueSelection.Everything()).stream()
              .filter(node -> node.endsWith("." + selected.name()))
              .forEach(node -> server.runs().request(new QueueSelection.Node(node)));
        }
        return server.runs().request(selection);
      },
      "ETRN-049",
      "PMDF-009"),
  RUNS_EVERYTHING(
      GRAVE,
      "runs every queue for any request that it accepts",
      (selection, server) -> {
        server.runEverything();
        return QueueRunner.Answer.STARTED;
      },
      "DECL-005",
      "ETRN-018",
      "ETRN-048",
      "ETRN-049",
      "SEC-007",
      "PMDF-009"),
  QUEUE_RUNS_NOTHING(
      GRAVE,
      "accepts #queue, and runs nothing",
      (selection, server) ->
          selection instanceof QueueSelection.WholeChannel
              ? QueueRunner.Answer.STARTED
              : server.runs().request(selection),
      "ETRN-052",
      "PMDF-011",
      "DECL-003"),
  REPLIES_AFTER_DELIVERY(
      PLAIN,
      "answers when the mail has gone",
      (selection, server) -> {
        QueueRunner.Answer answer = server.runs().request(selection);
        awaitEmpty(selection, server);
        return answer;
      },
      "ETRN-025",
      "SEC-036");

  /** The answer of a faulty server to a request. */
  @FunctionalInterface
  private interface Behaviour {
    QueueRunner.Answer request(QueueSelection selection, ServerParts server);
  }

  private static final Duration LATE = Duration.ofSeconds(6);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

  private final FaultDescription<Behaviour> described;

  RunFault(Harm harm, String sentence, Behaviour behaviour, String... breaks) {
    this.described = FaultDescription.of(harm, sentence, behaviour, breaks);
  }

  public QueueRunner applied(ServerParts server) {
    return selection -> described.behaviour().request(selection, server);
  }

  @Override
  public FaultDescription<Behaviour> described() {
    return described;
  }

  private static QueueRunner.Answer runLate(QueueSelection selection, ServerParts server) {
    CompletableFuture.delayedExecutor(LATE.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> server.runs().request(selection));
    return QueueRunner.Answer.STARTED;
  }

  /** Waits until the selection is empty, in the session's thread; the blocking is the fault. */
  private static void awaitEmpty(QueueSelection selection, ServerParts server) {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (server.store().waiting(selection) > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }
}
