package dev.etrn.server.delivery.run;

import dev.etrn.server.config.channel.OutgoingSettings;
import dev.etrn.server.config.channel.Security.Demand;
import dev.etrn.server.delivery.bounce.NonDeliveryNotifier;
import dev.etrn.server.delivery.client.ClientName;
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
 * The delivery of a node's waiting mail over new connections to its mail exchanger (ETRN-022,
 * ETRN-023).
 *
 * <p>A few connections to the same exchanger share a long queue. A message is sent twice only when
 * the peer vanished between the final dot and its reply.
 */
public final class QueueRun {

  private static final Logger log = LoggerFactory.getLogger(QueueRun.class);

  private final WaitingMessages queue;
  private final MailExchangers exchangers;
  private final NonDeliveryNotifier reports;
  private final ServerObserver observer;
  private final ClientName ownName;
  private final ParallelConnections lanes;
  private final StartTlsClient tls = new StartTlsClient();

  /**
   * @param ownName the name in EHLO, if it is fully qualified
   * @param mostBeside the most connections in addition to the first one of each run, in total
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
    this.ownName = ClientName.configured(ownName);
    this.lanes = new ParallelConnections(mostBeside);
  }

  /**
   * Delivers all mail that waits for {@code node}; blocks until done.
   *
   * @param closing true when no further message may be started
   */
  public QueueRunResult deliver(String node, BooleanSupplier closing) {
    if (queue.waiting(new QueueSelection.Node(node)) == 0) {
      // An earlier run has sent all of it; a connection would have nothing to send.
      return new QueueRunResult(true, "");
    }
    QueueRunResult result = new Attempt(node, closing).run();
    observer.runEnded(result.reached());
    return result;
  }

  /** A run: it tries the exchangers in order, until one is reached. */
  private final class Attempt {
    private final String node;
    private final BooleanSupplier closing;
    private final ClaimedMessages claims;
    private final List<Thread> further = new ArrayList<>();
    private boolean isInTheClear;
    private volatile String error = "";

    Attempt(String node, BooleanSupplier closing) {
      this.node = node;
      this.closing = closing;
      this.claims = new ClaimedMessages(queue, node);
    }

    QueueRunResult run() {
      try (claims) {
        return deliverTo(exchangers.of(node));
      }
    }

    private QueueRunResult deliverTo(RoutingResult destination) {
      if (destination instanceof RoutingResult.Exchangers exchangers) {
        return deliverToFirst(exchangers);
      } else if (destination instanceof RoutingResult.Nowhere nowhere) {
        sender().returnAll(nowhere.reason());
        return new QueueRunResult(false, nowhere.reason());
      } else if (destination instanceof RoutingResult.NotKnownNow unknown) {
        log.info("mail for {} waits: {}", node, unknown.reason());
        return new QueueRunResult(false, unknown.reason());
      }
      throw new AssertionError(destination);
    }

    private QueueRunResult deliverToFirst(RoutingResult.Exchangers destination) {
      for (InetSocketAddress exchanger : destination.addresses()) {
        Optional<MessageSender.Outcome> outcome = deliverAll(exchanger, destination.settings());
        if (outcome.isPresent()) {
          return new QueueRunResult(outcome.get() != MessageSender.Outcome.BROKEN, error);
        }
      }
      return new QueueRunResult(false, error);
    }

    /**
     * Opens connections until the mail is sent; returns the end of the last one, or empty when none
     * opened.
     */
    private Optional<MessageSender.Outcome> deliverAll(
        InetSocketAddress exchanger, OutgoingSettings settings) {
      while (true) {
        Optional<MessageSender.Outcome> outcome = connection(exchanger, settings);
        if (outcome.isEmpty() || outcome.get() != MessageSender.Outcome.MORE) {
          ParallelConnections.join(further);
        }
        boolean isMore =
            outcome.isPresent()
                && (outcome.get() == MessageSender.Outcome.MORE
                    || (outcome.get() == MessageSender.Outcome.DONE && claims.hasUnsent()));
        if (!isMore || closing.getAsBoolean()) {
          ParallelConnections.join(further);
          return outcome;
        }
      }
    }

    /** Returns the end of the connection; empty when it did not open. */
    private Optional<MessageSender.Outcome> connection(
        InetSocketAddress exchanger, OutgoingSettings settings) {
      Demand demand = isInTheClear ? Demand.NO : settings.tls();
      try {
        return Optional.of(
            sendOver(exchanger, settings, demand, () -> widen(exchanger, settings, demand)));
      } catch (TlsFailureException e) {
        log.info("{} at {}: {}", node, exchanger, LogText.of(e.getMessage()));
        error = exchanger + ": " + e.getMessage();
        if (demand == Demand.MUST) {
          return Optional.empty();
        }
        // Mail in the clear is better than no mail; for the whole run, so that the run ends.
        isInTheClear = true;
        return connection(exchanger, settings);
      } catch (IOException e) {
        log.info("{} cannot be reached at {}: {}", node, exchanger, LogText.of(e.getMessage()));
        error = exchanger + ": " + e.getMessage();
        return Optional.empty();
      }
    }

    private MessageSender.Outcome sendOver(
        InetSocketAddress exchanger, OutgoingSettings settings, Demand demand, Runnable onOpen)
        throws IOException {
      try (var connection = DeliveryConnection.open(exchanger, settings, demand, ownName, tls)) {
        onOpen.run();
        MessageSender sender = sender();
        var outcome =
            sender.sendOver(
                connection, settings.options().transactionsPerSession().orElse(Integer.MAX_VALUE));
        if (!sender.error().isEmpty()) {
          error = sender.error();
        }
        return outcome;
      }
    }

    /**
     * Opens further connections if enough mail waits; once in a run, after the first connection
     * opened.
     */
    private void widen(InetSocketAddress exchanger, OutgoingSettings settings, Demand demand) {
      if (!further.isEmpty()) {
        return;
      }
      int connections = settings.jobs().forWaiting(queue.waiting(new QueueSelection.Node(node)));
      for (int i = 1; i < connections; i++) {
        lanes
            .start(
                Thread.currentThread().getName() + "-" + i,
                () -> lane(exchanger, settings.notSendingEtrn(), demand))
            .ifPresent(further::add);
      }
    }

    /**
     * Sends over a further connection; an exchanger that refuses it gets all mail over the first
     * one.
     */
    private void lane(InetSocketAddress exchanger, OutgoingSettings settings, Demand demand) {
      try {
        MessageSender.Outcome outcome = MessageSender.Outcome.MORE;
        while (outcome == MessageSender.Outcome.MORE && !closing.getAsBoolean()) {
          outcome = sendOver(exchanger, settings, demand, () -> {});
        }
      } catch (IOException e) {
        log.debug("no further connection to {}: {}", exchanger, LogText.of(e.getMessage()));
      }
    }

    private MessageSender sender() {
      return new MessageSender(queue, claims, reports, observer, node, closing);
    }
  }
}
