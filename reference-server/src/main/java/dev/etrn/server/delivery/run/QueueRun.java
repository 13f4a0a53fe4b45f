package dev.etrn.server.delivery.run;

import dev.etrn.server.config.OutgoingSettings;
import dev.etrn.server.config.Security.Demand;
import dev.etrn.server.delivery.bounce.NonDeliveryNotifier;
import dev.etrn.server.delivery.client.DeliveryConnection;
import dev.etrn.server.delivery.client.StartTlsClient;
import dev.etrn.server.delivery.client.TlsFailureException;
import dev.etrn.server.delivery.routing.MailExchangers;
import dev.etrn.server.delivery.routing.RoutingResult;
import dev.etrn.server.observe.LogText;
import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.WaitingMessages;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what waits for a node over new connections to its mail exchanger (ETRN-022, ETRN-023).
 *
 * <p>When much waits, a few connections to the same exchanger share it. A message is sent twice
 * only when the peer vanished between the final dot and its reply.
 */
public final class QueueRun {

  private static final Logger log = LoggerFactory.getLogger(QueueRun.class);

  private final WaitingMessages queue;
  private final MailExchangers exchangers;
  private final NonDeliveryNotifier reports;
  private final ServerObserver observer;
  private final Supplier<String> ownName;
  private final ParallelConnections lanes;
  private final StartTlsClient tls = new StartTlsClient();

  /**
   * @param ownName what to say in EHLO
   * @param mostBeside how many connections beside the first one of each run, in all
   */
  public QueueRun(
      WaitingMessages queue,
      MailExchangers exchangers,
      NonDeliveryNotifier reports,
      ServerObserver observer,
      Supplier<String> ownName,
      int mostBeside) {
    this.observer = observer;
    this.queue = queue;
    this.exchangers = exchangers;
    this.reports = reports;
    this.ownName = ownName;
    this.lanes = new ParallelConnections(mostBeside);
  }

  /**
   * Delivers all that waits for {@code node}; blocks until done.
   *
   * @param closing when true, no other message is begun
   */
  public QueueRunResult deliver(String node, BooleanSupplier closing) {
    QueueRunResult result = new Attempt(node, closing).go();
    observer.runEnded(result.reached());
    return result;
  }

  /** One run: its exchangers in their order, until one is reached. */
  private final class Attempt {
    private final String node;
    private final BooleanSupplier closing;
    private final ClaimedMessages claims;
    private final List<Thread> beside = new ArrayList<>();
    private boolean isInTheClear;
    private volatile String error = "";

    Attempt(String node, BooleanSupplier closing) {
      this.node = node;
      this.closing = closing;
      this.claims = new ClaimedMessages(queue, node);
    }

    QueueRunResult go() {
      try (claims) {
        return to(exchangers.of(node));
      }
    }

    private QueueRunResult to(RoutingResult destination) {
      if (destination instanceof RoutingResult.Exchangers to) {
        return toFirstOf(to);
      } else if (destination instanceof RoutingResult.Nowhere nowhere) {
        drain().giveUp(nowhere.why());
        return new QueueRunResult(false, nowhere.why());
      } else if (destination instanceof RoutingResult.NotKnownNow unknown) {
        log.info("mail for {} waits: {}", node, unknown.why());
        return new QueueRunResult(false, unknown.why());
      }
      throw new AssertionError(destination);
    }

    private QueueRunResult toFirstOf(RoutingResult.Exchangers destination) {
      for (InetSocketAddress exchanger : destination.addresses()) {
        Optional<MessageSender.Outcome> outcome = all(exchanger, destination.how());
        if (outcome.isPresent()) {
          return new QueueRunResult(outcome.get() != MessageSender.Outcome.BROKEN, error);
        }
      }
      return new QueueRunResult(false, error);
    }

    /** As many connections as it takes; how the last of them ended, or empty without any. */
    private Optional<MessageSender.Outcome> all(InetSocketAddress exchanger, OutgoingSettings how) {
      while (true) {
        Optional<MessageSender.Outcome> outcome = connection(exchanger, how);
        if (outcome.isEmpty() || outcome.get() != MessageSender.Outcome.MORE) {
          ParallelConnections.join(beside);
        }
        boolean isMore =
            outcome.isPresent()
                && (outcome.get() == MessageSender.Outcome.MORE
                    || (outcome.get() == MessageSender.Outcome.DONE && claims.hasUnsent()));
        if (!isMore || closing.getAsBoolean()) {
          ParallelConnections.join(beside);
          return outcome;
        }
      }
    }

    /** How the connection ended; empty when there was none. */
    private Optional<MessageSender.Outcome> connection(
        InetSocketAddress exchanger, OutgoingSettings how) {
      Demand demand = isInTheClear ? Demand.NO : how.tls();
      try {
        return Optional.of(over(exchanger, how, demand, () -> widen(exchanger, how, demand)));
      } catch (TlsFailureException e) {
        log.info("{} at {}: {}", node, exchanger, LogText.of(e.getMessage()));
        error = exchanger + ": " + e.getMessage();
        if (demand == Demand.MUST) {
          return Optional.empty();
        }
        // Mail in the clear is better than none; for all of this run, so that it ends.
        isInTheClear = true;
        return connection(exchanger, how);
      } catch (IOException e) {
        log.info("{} cannot be reached at {}: {}", node, exchanger, LogText.of(e.getMessage()));
        error = exchanger + ": " + e.getMessage();
        return Optional.empty();
      }
    }

    private MessageSender.Outcome over(
        InetSocketAddress exchanger, OutgoingSettings how, Demand demand, Runnable opened)
        throws IOException {
      try (var connection = DeliveryConnection.open(exchanger, how, demand, ownName.get(), tls)) {
        opened.run();
        MessageSender drain = drain();
        var outcome =
            drain.over(
                connection, how.options().transactionsPerSession().orElse(Integer.MAX_VALUE));
        if (!drain.error().isEmpty()) {
          error = drain.error();
        }
        return outcome;
      }
    }

    /** Once in a run, where an exchanger is there: further connections, if that much waits. */
    private void widen(InetSocketAddress exchanger, OutgoingSettings how, Demand demand) {
      if (!beside.isEmpty()) {
        return;
      }
      int wanted = how.jobs().forWaiting(queue.waiting(new QueueSelection.Node(node)));
      for (int i = 1; i < wanted; i++) {
        lanes
            .start(
                Thread.currentThread().getName() + "-" + i,
                () -> lane(exchanger, how.notSendingEtrn(), demand))
            .ifPresent(beside::add);
      }
    }

    /** An exchanger that does not want it gets all over the first connection. */
    private void lane(InetSocketAddress exchanger, OutgoingSettings how, Demand demand) {
      try {
        MessageSender.Outcome outcome = MessageSender.Outcome.MORE;
        while (outcome == MessageSender.Outcome.MORE && !closing.getAsBoolean()) {
          outcome = over(exchanger, how, demand, () -> {});
        }
      } catch (IOException e) {
        log.debug("no further connection to {}: {}", exchanger, LogText.of(e.getMessage()));
      }
    }

    private MessageSender drain() {
      return new MessageSender(queue, claims, reports, observer, node, closing);
    }
  }
}
