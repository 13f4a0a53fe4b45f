package dev.etrn.server.delivery;

import dev.etrn.server.config.Outgoing;
import dev.etrn.server.config.Security.Demand;
import dev.etrn.server.observe.LogText;
import dev.etrn.server.observe.Observer;
import dev.etrn.server.queue.Selection;
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
  private final NonDelivery reports;
  private final Observer observer;
  private final Supplier<String> ownName;
  private final Lanes lanes;
  private final StartTls tls = new StartTls();

  /**
   * @param ownName what to say in EHLO
   * @param mostBeside how many connections beside the first one of each run, in all
   */
  public QueueRun(
      WaitingMessages queue,
      MailExchangers exchangers,
      NonDelivery reports,
      Observer observer,
      Supplier<String> ownName,
      int mostBeside) {
    this.observer = observer;
    this.queue = queue;
    this.exchangers = exchangers;
    this.reports = reports;
    this.ownName = ownName;
    this.lanes = new Lanes(mostBeside);
  }

  /**
   * Delivers all that waits for {@code node}; blocks until done.
   *
   * @param closing when true, no other message is begun
   */
  RunResult deliver(String node, BooleanSupplier closing) {
    RunResult result = new Attempt(node, closing).go();
    observer.runEnded(result.reached());
    return result;
  }

  /** One run: its exchangers in their order, until one is reached. */
  private final class Attempt {
    private final String node;
    private final BooleanSupplier closing;
    private final Claims claims;
    private final List<Thread> beside = new ArrayList<>();
    private boolean isInTheClear;
    private volatile String error = "";

    Attempt(String node, BooleanSupplier closing) {
      this.node = node;
      this.closing = closing;
      this.claims = new Claims(queue, node);
    }

    RunResult go() {
      try (claims) {
        return to(exchangers.of(node));
      }
    }

    private RunResult to(Destination destination) {
      if (destination instanceof Destination.Exchangers to) {
        return toFirstOf(to);
      } else if (destination instanceof Destination.Nowhere nowhere) {
        drain().giveUp(nowhere.why());
        return new RunResult(false, nowhere.why());
      } else if (destination instanceof Destination.NotKnownNow unknown) {
        log.info("mail for {} waits: {}", node, unknown.why());
        return new RunResult(false, unknown.why());
      }
      throw new AssertionError(destination);
    }

    private RunResult toFirstOf(Destination.Exchangers destination) {
      for (InetSocketAddress exchanger : destination.addresses()) {
        Optional<Drain.Outcome> outcome = all(exchanger, destination.how());
        if (outcome.isPresent()) {
          return new RunResult(outcome.get() != Drain.Outcome.BROKEN, error);
        }
      }
      return new RunResult(false, error);
    }

    /** As many connections as it takes; how the last of them ended, or empty without any. */
    private Optional<Drain.Outcome> all(InetSocketAddress exchanger, Outgoing how) {
      while (true) {
        Optional<Drain.Outcome> outcome = connection(exchanger, how);
        if (outcome.isEmpty() || outcome.get() != Drain.Outcome.MORE) {
          Lanes.join(beside);
        }
        boolean isMore =
            outcome.isPresent()
                && (outcome.get() == Drain.Outcome.MORE
                    || (outcome.get() == Drain.Outcome.DONE && claims.hasUnsent()));
        if (!isMore || closing.getAsBoolean()) {
          Lanes.join(beside);
          return outcome;
        }
      }
    }

    /** How the connection ended; empty when there was none. */
    private Optional<Drain.Outcome> connection(InetSocketAddress exchanger, Outgoing how) {
      Demand demand = isInTheClear ? Demand.NO : how.tls();
      try {
        return Optional.of(over(exchanger, how, demand, () -> widen(exchanger, how, demand)));
      } catch (TlsFailure e) {
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

    private Drain.Outcome over(
        InetSocketAddress exchanger, Outgoing how, Demand demand, Runnable opened)
        throws IOException {
      try (var connection = DeliveryConnection.open(exchanger, how, demand, ownName.get(), tls)) {
        opened.run();
        Drain drain = drain();
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
    private void widen(InetSocketAddress exchanger, Outgoing how, Demand demand) {
      if (!beside.isEmpty()) {
        return;
      }
      int wanted = how.jobs().forWaiting(queue.waiting(new Selection.Node(node)));
      for (int i = 1; i < wanted; i++) {
        lanes
            .start(
                Thread.currentThread().getName() + "-" + i,
                () -> lane(exchanger, how.notSendingEtrn(), demand))
            .ifPresent(beside::add);
      }
    }

    /** An exchanger that does not want it gets all over the first connection. */
    private void lane(InetSocketAddress exchanger, Outgoing how, Demand demand) {
      try {
        Drain.Outcome outcome = Drain.Outcome.MORE;
        while (outcome == Drain.Outcome.MORE && !closing.getAsBoolean()) {
          outcome = over(exchanger, how, demand, () -> {});
        }
      } catch (IOException e) {
        log.debug("no further connection to {}: {}", exchanger, LogText.of(e.getMessage()));
      }
    }

    private Drain drain() {
      return new Drain(queue, claims, reports, observer, node, closing);
    }
  }
}
