package dev.etrn.server.delivery;

import dev.etrn.server.queue.QueuedMessage;
import dev.etrn.server.queue.WaitingMessages;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what waits for a node over one new connection to its mail exchanger (ETRN-022,
 * ETRN-023).
 *
 * <p>A message is sent twice only when the peer vanished between the final dot and its reply.
 */
public final class QueueRun {

  private static final Logger log = LoggerFactory.getLogger(QueueRun.class);
  private static final int BATCH = 100;

  private final WaitingMessages queue;
  private final MailExchangers exchangers;
  private final DeliveryTimeouts timeouts;
  private final String ownName;

  /**
   * @param ownName what to say in EHLO
   */
  public QueueRun(
      WaitingMessages queue, MailExchangers exchangers, DeliveryTimeouts timeouts, String ownName) {
    this.queue = queue;
    this.exchangers = exchangers;
    this.timeouts = timeouts;
    this.ownName = ownName;
  }

  /**
   * Delivers all that waits for {@code node}; blocks until done.
   *
   * @return whether the exchanger was reached and stayed until the end
   */
  boolean deliver(String node) {
    for (InetSocketAddress exchanger : exchangers.of(node)) {
      try (var connection = DeliveryConnection.open(exchanger, timeouts, ownName)) {
        return drain(node, connection);
      } catch (IOException e) {
        log.info("{} cannot be reached at {}: {}", node, exchanger, e.getMessage());
      }
    }
    return false;
  }

  private boolean drain(String node, DeliveryConnection connection) {
    var deferred = new ArrayList<QueuedMessage>();
    List<QueuedMessage> batch = List.of();
    int next = 0;
    try {
      while (true) {
        batch = queue.claim(node, BATCH);
        if (batch.isEmpty()) {
          connection.quit();
          return true;
        }
        for (next = 0; next < batch.size(); next++) {
          settle(batch.get(next), connection.send(batch.get(next)), deferred);
        }
      }
    } catch (IOException e) {
      log.info("the connection toward {} broke: {}", node, e.getMessage());
      deferred.addAll(batch.subList(next, batch.size()));
      return false;
    } finally {
      // In reverse, since each goes before the others.
      for (int i = deferred.size() - 1; i >= 0; i--) {
        queue.release(deferred.get(i), deferred.get(i).recipients());
      }
    }
  }

  private void settle(QueuedMessage message, SendResult result, List<QueuedMessage> deferred) {
    if (!result.refused().isEmpty()) {
      log.warn(
          "message {} was refused for {} of its recipients: {}",
          message.id(),
          result.refused().size(),
          result.why());
    }
    if (!result.deferred().isEmpty()) {
      deferred.add(message.withRecipients(result.deferred()));
    } else if (!result.refused().isEmpty()) {
      queue.fail(message, result.why());
    } else {
      queue.settle(message);
    }
  }
}
