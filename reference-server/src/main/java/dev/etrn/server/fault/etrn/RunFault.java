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

/** Faults in which queues are run. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum RunFault implements Fault {
  RUNS_NOTHING(
      GRAVE,
      "accepts requests, and runs nothing",
      (selection, world) -> QueueRunner.Answer.STARTED,
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
      (selection, world) -> world.runs().request(selection),
      "ETRN-021",
      "PMDF-028",
      "DECL-005"),
  RUNS_ONE_AT_A_TIME(
      PLAIN,
      "runs no queue while it waits for the exchanger of another one",
      (selection, world) -> world.runs().request(selection),
      "ETRN-021",
      "DECL-003"),
  TRIES_DEAD_HOSTS_AT_ONCE(
      PLAIN,
      "connects to a host that takes no mail as often as it is asked to",
      (selection, world) -> world.runs().request(selection),
      "SEC-012",
      "SMTP-034"),
  SUBTREE_IS_ONE_NODE(
      GRAVE,
      "releases only the node itself for @node",
      (selection, world) ->
          world
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
      (selection, world) -> {
        if (selection instanceof QueueSelection.Subtree tree) {
          world.store().nodes(new QueueSelection.Everything()).stream()
              .filter(node -> node.endsWith(tree.name()))
              .forEach(node -> world.runs().request(new QueueSelection.Node(node)));
        }
        return world.runs().request(selection);
      },
      "ETRN-048",
      "SEC-007"),
  NODE_IS_SUBTREE(
      PLAIN,
      "releases names below the node for plain ETRN",
      (selection, world) -> {
        if (selection instanceof QueueSelection.Node asked) {
          world.store().nodes(new QueueSelection.Everything()).stream()
              .filter(node -> node.endsWith("." + asked.name()))
              .forEach(node -> world.runs().request(new QueueSelection.Node(node)));
        }
        return world.runs().request(selection);
      },
      "ETRN-049",
      "PMDF-009"),
  RUNS_EVERYTHING(
      GRAVE,
      "runs every queue for any request that it accepts",
      (selection, world) -> {
        world.runEverything();
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
      (selection, world) ->
          selection instanceof QueueSelection.WholeChannel
              ? QueueRunner.Answer.STARTED
              : world.runs().request(selection),
      "ETRN-052",
      "PMDF-011",
      "DECL-003"),
  REPLIES_AFTER_DELIVERY(
      PLAIN,
      "answers when the mail has gone",
      (selection, world) -> {
        QueueRunner.Answer answer = world.runs().request(selection);
        awaitEmpty(selection, world);
        return answer;
      },
      "ETRN-025",
      "SEC-036");

  /** What a fault makes of a request. */
  @FunctionalInterface
  private interface Behaviour {
    QueueRunner.Answer request(QueueSelection selection, ServerParts world);
  }

  private static final Duration LATE = Duration.ofSeconds(6);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

  private final FaultDescription<Behaviour> described;

  RunFault(Harm harm, String sentence, Behaviour behaviour, String... breaks) {
    this.described = FaultDescription.of(harm, sentence, behaviour, breaks);
  }

  public QueueRunner applied(ServerParts world) {
    return selection -> described.behaviour().request(selection, world);
  }

  @Override
  public FaultDescription<Behaviour> described() {
    return described;
  }

  private static QueueRunner.Answer runLate(QueueSelection selection, ServerParts world) {
    CompletableFuture.delayedExecutor(LATE.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> world.runs().request(selection));
    return QueueRunner.Answer.STARTED;
  }

  /** Blocks the session's thread, which is what is wrong with it. */
  private static void awaitEmpty(QueueSelection selection, ServerParts world) {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (world.store().waiting(selection) > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }
}
