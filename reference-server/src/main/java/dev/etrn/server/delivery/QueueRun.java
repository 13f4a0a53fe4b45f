package dev.etrn.server.delivery;

import dev.etrn.server.config.Outgoing;
import dev.etrn.server.config.Security.Demand;
import dev.etrn.server.observe.LogText;
import dev.etrn.server.observe.Observer;
import dev.etrn.server.queue.WaitingMessages;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what waits for a node over new connections to its mail exchanger (ETRN-022, ETRN-023).
 *
 * <p>A message is sent twice only when the peer vanished between the final dot and its reply.
 */
public final class QueueRun {

  private static final Logger log = LoggerFactory.getLogger(QueueRun.class);

  private final WaitingMessages queue;
  private final MailExchangers exchangers;
  private final NonDelivery reports;
  private final Observer observer;
  private final Supplier<String> ownName;
  private final StartTls tls = new StartTls();

  /**
   * @param ownName what to say in EHLO
   */
  public QueueRun(
      WaitingMessages queue,
      MailExchangers exchangers,
      NonDelivery reports,
      Observer observer,
      Supplier<String> ownName) {
    this.observer = observer;
    this.queue = queue;
    this.exchangers = exchangers;
    this.reports = reports;
    this.ownName = ownName;
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
    private boolean isInTheClear;
    private String error = "";

    Attempt(String node, BooleanSupplier closing) {
      this.node = node;
      this.closing = closing;
    }

    RunResult go() {
      Destination destination = exchangers.of(node);
      if (destination instanceof Destination.Exchangers to) {
        return to(to);
      } else if (destination instanceof Destination.Nowhere nowhere) {
        new Drain(queue, reports, observer, node, closing).giveUp(nowhere.why());
        return new RunResult(false, nowhere.why());
      } else if (destination instanceof Destination.NotKnownNow unknown) {
        log.info("mail for {} waits: {}", node, unknown.why());
        return new RunResult(false, unknown.why());
      }
      throw new AssertionError(destination);
    }

    private RunResult to(Destination.Exchangers destination) {
      for (InetSocketAddress exchanger : destination.addresses()) {
        Optional<Drain.Outcome> outcome = connection(exchanger, destination.how());
        while (outcome.filter(Drain.Outcome.MORE::equals).isPresent() && !closing.getAsBoolean()) {
          outcome = connection(exchanger, destination.how());
        }
        if (outcome.isPresent()) {
          return new RunResult(outcome.get() != Drain.Outcome.BROKEN, error);
        }
      }
      return new RunResult(false, error);
    }

    /** How the connection ended; empty when there was none. */
    private Optional<Drain.Outcome> connection(InetSocketAddress exchanger, Outgoing how) {
      Demand demand = isInTheClear ? Demand.NO : how.tls();
      try (var connection = DeliveryConnection.open(exchanger, how, demand, ownName.get(), tls)) {
        var drain = new Drain(queue, reports, observer, node, closing);
        var outcome =
            drain.over(
                connection, how.options().transactionsPerSession().orElse(Integer.MAX_VALUE));
        error = drain.error();
        return Optional.of(outcome);
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
  }
}
