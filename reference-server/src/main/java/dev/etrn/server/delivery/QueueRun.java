package dev.etrn.server.delivery;

import dev.etrn.server.config.Outgoing;
import dev.etrn.server.observe.Observer;
import dev.etrn.server.queue.QueuedMessage;
import dev.etrn.server.queue.WaitingMessages;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what waits for a node over new connections to its mail exchanger (ETRN-022, ETRN-023).
 *
 * <p>A message is sent twice only when the peer vanished between the final dot and its reply.
 */
public final class QueueRun {

  private static final Logger log = LoggerFactory.getLogger(QueueRun.class);
  private static final int BATCH = 100;

  private final WaitingMessages queue;
  private final MailExchangers exchangers;
  private final NonDelivery reports;
  private final Observer observer;
  private final String ownName;

  /**
   * @param ownName what to say in EHLO
   */
  public QueueRun(
      WaitingMessages queue,
      MailExchangers exchangers,
      NonDelivery reports,
      Observer observer,
      String ownName) {
    this.observer = observer;
    this.queue = queue;
    this.exchangers = exchangers;
    this.reports = reports;
    this.ownName = ownName;
  }

  /**
   * Delivers all that waits for {@code node}; blocks until done.
   *
   * @return whether an exchanger was reached and stayed until the end
   */
  boolean deliver(String node) {
    boolean reached = delivered(node);
    observer.runEnded(reached);
    return reached;
  }

  private boolean delivered(String node) {
    Destination destination = exchangers.of(node);
    for (InetSocketAddress exchanger : destination.exchangers()) {
      Outcome outcome = connection(node, exchanger, destination.how());
      while (outcome == Outcome.MORE) {
        outcome = connection(node, exchanger, destination.how());
      }
      if (outcome != Outcome.NOT_REACHED) {
        return outcome == Outcome.DONE;
      }
    }
    if (destination.exchangers().isEmpty()) {
      log.info("no mail exchanger is known for {}", node);
    }
    return false;
  }

  private enum Outcome {
    DONE,
    /** The connection had its share of messages. */
    MORE,
    NOT_REACHED,
    BROKEN
  }

  private Outcome connection(String node, InetSocketAddress exchanger, Outgoing how) {
    try (var connection = DeliveryConnection.open(exchanger, how, ownName)) {
      return drain(node, connection, how.transactionsPerSession().orElse(Integer.MAX_VALUE));
    } catch (IOException e) {
      log.info("{} cannot be reached at {}: {}", node, exchanger, e.getMessage());
      return Outcome.NOT_REACHED;
    }
  }

  private Outcome drain(String node, DeliveryConnection connection, int most) {
    var deferred = new ArrayList<QueuedMessage>();
    List<QueuedMessage> batch = List.of();
    int next = 0;
    int left = most;
    try {
      while (left > 0) {
        batch = queue.claim(node, Math.min(left, BATCH));
        if (batch.isEmpty()) {
          connection.quit();
          return Outcome.DONE;
        }
        for (next = 0; next < batch.size(); next++) {
          settle(batch.get(next), connection.send(batch.get(next)), deferred);
        }
        left -= batch.size();
      }
      // PMDF-019
      connection.quit();
      return deferred.isEmpty() ? Outcome.MORE : Outcome.DONE;
    } catch (IOException e) {
      log.info("the connection toward {} broke: {}", node, e.getMessage());
      deferred.addAll(batch.subList(next, batch.size()));
      return Outcome.BROKEN;
    } finally {
      // In reverse, since each goes before the others.
      for (int i = deferred.size() - 1; i >= 0; i--) {
        queue.release(deferred.get(i), deferred.get(i).recipients());
      }
    }
  }

  private void settle(QueuedMessage message, SendResult result, List<QueuedMessage> deferred) {
    boolean told = result.refused().isEmpty() || refused(message, result);
    observer.messageSent(result.observed());
    if (!result.deferred().isEmpty()) {
      deferred.add(message.withRecipients(result.deferred()));
    } else if (told) {
      queue.settle(message);
    } else {
      queue.fail(message.withRecipients(result.refused()), result.why());
    }
  }

  private boolean refused(QueuedMessage message, SendResult result) {
    log.warn(
        "message {} was refused for {} of its recipients: {}",
        message.id(),
        result.refused().size(),
        result.why());
    return reports.report(message, result.refused(), result.why());
  }
}
